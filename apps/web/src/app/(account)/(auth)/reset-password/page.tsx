import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ResetRequestForm } from '@/features/accounts/entry-forms'
import { EntryPage } from '@/features/accounts/entry-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.reset')
  return { title: t('title'), robots: { index: false } }
}

export default async function ResetPasswordPage() {
  const t = await getTranslations('accounts.reset')
  return (
    <EntryPage
      title={t('title')}
      description={t('description')}
      footer={<Link href="/sign-in">{t('back')}</Link>}
    >
      <ResetRequestForm />
    </EntryPage>
  )
}
