import { returnPathSchema } from '@archway/api/accounts/schema'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ConfirmForm } from '@/features/accounts/entry-forms'
import { EntryPage } from '@/features/accounts/entry-page'

export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { searchParams: Promise<{ token?: string; returnTo?: string }> }

export default async function SignInLinkPage({ searchParams }: Props) {
  const { token = '', returnTo } = await searchParams
  const t = await getTranslations('accounts.link')
  return (
    <EntryPage
      title={t('confirmTitle')}
      description={t('confirmDescription')}
      footer={<Link href="/sign-in">{t('again')}</Link>}
    >
      <ConfirmForm
        kind="link"
        token={token}
        returnTo={returnPathSchema.parse(returnTo)}
        label={t('confirm')}
      />
    </EntryPage>
  )
}
