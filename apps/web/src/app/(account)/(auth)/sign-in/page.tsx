import { returnPathSchema } from '@archway/api/accounts/schema'
import { Alert } from '@archway/ui/alert'
import { Button } from '@archway/ui/button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { currentActor } from '@/auth/actor'
import { configuredServices } from '@/auth/outside-services'
import { signInWithProvider } from '@/features/accounts/actions'
import { LinkRequestForm, PasswordForm } from '@/features/accounts/entry-forms'
import { EntryPage } from '@/features/accounts/entry-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts.signIn')
  return { title: t('title'), robots: { index: false } }
}

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { searchParams: Promise<{ returnTo?: string; notice?: string; error?: string }> }

export default async function SignInPage({ searchParams }: Props) {
  const { returnTo: asked, notice, error } = await searchParams
  const returnTo = returnPathSchema.parse(asked)
  const actor = await currentActor()
  if (actor.type === 'member') redirect(returnTo)
  const t = await getTranslations('accounts')
  const services = configuredServices()
  const query = new URLSearchParams({ returnTo })
  return (
    <EntryPage
      title={t('signIn.title')}
      description={t('signIn.description')}
      footer={
        <p>
          {t('signIn.noAccount')} <Link href={`/sign-up?${query}`}>{t('signIn.create')}</Link>
        </p>
      }
    >
      {notice === 'password-reset' ? (
        <Alert variant="success">{t('signIn.notice.password-reset')}</Alert>
      ) : null}
      {error ? <Alert variant="danger">{t('signIn.failed')}</Alert> : null}
      <PasswordForm returnTo={returnTo} />
      <p className="-mt-3 text-sm">
        <Link href="/reset-password">{t('signIn.forgot')}</Link>
      </p>
      {services.map((service) => (
        <form key={service.id} action={signInWithProvider}>
          <input type="hidden" name="provider" value={service.id} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <Button type="submit" variant="secondary" className="w-full">
            {t('signIn.with', { provider: service.name })}
          </Button>
        </form>
      ))}
      <section className="border-border border-t pt-6">
        <h2 className="font-medium">{t('link.title')}</h2>
        <p className="mt-1 mb-4 text-muted-foreground text-sm">{t('link.description')}</p>
        <LinkRequestForm returnTo={returnTo} />
      </section>
    </EntryPage>
  )
}
