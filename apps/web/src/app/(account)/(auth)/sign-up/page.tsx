import { returnPathSchema } from '@archway/api/accounts/schema'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { currentActor } from '@/auth/actor'
import { SignUpForm } from '@/features/accounts/entry-forms'
import { EntryPage } from '@/features/accounts/entry-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.signUp')
  return { title: t('title'), description: t('description') }
}

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { searchParams: Promise<{ returnTo?: string }> }

export default async function SignUpPage({ searchParams }: Props) {
  const returnTo = returnPathSchema.parse((await searchParams).returnTo)
  const actor = await currentActor()
  if (actor.type === 'member') redirect(returnTo)
  const t = await getTranslations('accounts.signUp')
  return (
    <EntryPage
      title={t('title')}
      description={t('description')}
      footer={
        <p>
          {t('hasAccount')}{' '}
          <Link href={`/sign-in?${new URLSearchParams({ returnTo })}`}>{t('signIn')}</Link>
        </p>
      }
    >
      <SignUpForm returnTo={returnTo} />
    </EntryPage>
  )
}
