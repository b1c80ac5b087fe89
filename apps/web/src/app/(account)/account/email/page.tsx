import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { EntryPage } from '@/features/accounts/entry-page'
import { EmailChangeConfirmForm } from '@/features/accounts/settings-forms'

export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { searchParams: Promise<{ token?: string }> }

export default async function EmailChangePage({ searchParams }: Props) {
  const { token = '' } = await searchParams
  await requireMember(`/account/email?token=${encodeURIComponent(token)}`)
  const t = await getTranslations('accounts.emailChange')
  return (
    <EntryPage title={t('title')} description={t('description')}>
      <EmailChangeConfirmForm token={token} />
    </EntryPage>
  )
}
