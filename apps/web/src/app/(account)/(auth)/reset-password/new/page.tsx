import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ResetForm } from '@/features/accounts/entry-forms'
import { EntryPage } from '@/features/accounts/entry-page'

export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { searchParams: Promise<{ token?: string }> }

export default async function NewPasswordPage({ searchParams }: Props) {
  const { token = '' } = await searchParams
  const t = await getTranslations('accounts.reset')
  return (
    <EntryPage title={t('newTitle')} description={t('newDescription')}>
      <ResetForm token={token} />
    </EntryPage>
  )
}
