import { credentialUrls } from '@archway/api/credentials/rules/addresses'
import { type BadgeFacts, badgeHtml } from '@archway/api/credentials/rules/badge-html'
import { CodeBlock } from '@archway/ui/code-block'
import { getTranslations } from 'next-intl/server'
import { env } from '@/env'

/** HTML to copy, with the picture that it shows. */
export async function BadgeSnippet({ credential }: { credential: BadgeFacts }) {
  const t = await getTranslations('credentials.mine')
  const { appUrl } = env()
  return (
    <div className="grid gap-4 text-sm">
      <p>{t('badgeText')}</p>
      <div className="grid items-start gap-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <img
          src={credentialUrls.badge(appUrl, credential.achievementId)}
          alt=""
          width={128}
          height={128}
          loading="lazy"
          className="rounded-lg border border-border"
        />
        <CodeBlock
          code={badgeHtml(appUrl, credential)}
          label={t('badgeCode')}
          title={t('badgeCode')}
          copyLabels={{ copy: t('badgeCopy'), copied: t('badgeCopied') }}
        />
      </div>
    </div>
  )
}
