import type { MyCredentials } from '@archway/api/credentials/reads/my-credentials'
import { Accordion, AccordionItem } from '@archway/ui/accordion'
import { Badge } from '@archway/ui/badge'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { BadgeSnippet } from './badge-snippet'
import { ScoreForm, VisibilityForm } from './forms'
import { ViewHistory } from './view-history'

/** A credential for its holder: how it stands, who sees what of it, how often it was looked at, its badge. */
export async function HeldCredential({
  credential,
  formats,
}: {
  credential: MyCredentials['credentials'][number]
  formats: Formats
}) {
  const t = await getTranslations('credentials')
  const { id, standing, views, visibility, isScored, isScoreShown } = credential
  return (
    <article className="grid gap-6 rounded-xl border border-border bg-surface p-5 sm:p-6">
      <div>
        <Badge variant={standing === 'valid' ? 'success' : 'warning'}>
          {t(`standing.${standing}`)}
        </Badge>
        <h3 className="mt-3 font-display text-2xl leading-snug">
          <Link href={`/credentials/${id}`} className="hover:underline">
            {credential.title}
          </Link>
        </h3>
        <p className="mt-2 text-muted-foreground text-sm">
          {t('mine.meta', {
            issuer: credential.issuer,
            date: formats.date(credential.validFrom),
          })}
        </p>
        <p className="text-muted-foreground text-sm tabular-nums">
          {t('mine.number', { number: credential.licenseNumber })}
        </p>
      </div>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        <div className="grid content-start gap-3">
          <p className="text-muted-foreground text-sm">{t(`mine.visibility.${visibility}`)}</p>
          <VisibilityForm credentialId={id} visibility={visibility} />
        </div>
        {isScored ? (
          <div className="grid content-start gap-3">
            <p className="text-muted-foreground text-sm">
              {t(`mine.score.${isScoreShown ? 'shown' : 'hidden'}`)}
            </p>
            <ScoreForm credentialId={id} isScoreShown={isScoreShown} />
            <p className="text-muted-foreground text-sm">{t('mine.scoreNote')}</p>
          </div>
        ) : null}
      </div>
      <Accordion className="border-b-0">
        <AccordionItem title={t('mine.views', { total: views.total })}>
          <ViewHistory views={views} formats={formats} />
        </AccordionItem>
        <AccordionItem title={t('mine.badge')}>
          <BadgeSnippet credential={credential} />
        </AccordionItem>
      </Accordion>
    </article>
  )
}
