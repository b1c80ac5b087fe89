import { returnPathSchema } from '@archway/api/accounts/schema'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConfirmForm } from '@/features/accounts/entry-forms'
import { EntryPage } from '@/features/accounts/entry-page'

export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { searchParams: Promise<{ token?: string; returnTo?: string }> }

export default async function VerifyEmailPage({ searchParams }: Props) {
  const { token = '', returnTo } = await searchParams
  const t = await getTranslations('accounts.verify')
  return (
    <EntryPage title={t('title')} description={t('description')}>
      <ConfirmForm
        kind="verification"
        token={token}
        returnTo={returnPathSchema.parse(returnTo)}
        label={t('submit')}
      />
    </EntryPage>
  )
}
