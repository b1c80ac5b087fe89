import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EntryPage } from '@/features/accounts/entry-page'

export const metadata: Metadata = { robots: { index: false } }

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { searchParams: Promise<{ email?: string | string[] }> }

export default async function SignUpSentPage({ searchParams }: Props) {
  const { email } = await searchParams
  const t = await getTranslations('accounts.signUp')
  return (
    <EntryPage title={t('sentTitle')}>
      <p>
        {typeof email === 'string' && email !== ''
          ? t('sentDescription', { email: email.slice(0, 254) })
          : t('sentToYou')}
      </p>
      <p className="text-muted-foreground text-sm">{t('sentHint')}</p>
    </EntryPage>
  )
}
