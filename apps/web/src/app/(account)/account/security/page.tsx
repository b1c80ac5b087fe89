import { Alert } from '@archway/ui/alert'
import { Section } from '@archway/ui/section'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { SessionList } from '@/features/accounts/session-list'
import { EmailChangeForm, PasswordChangeForm } from '@/features/accounts/settings-forms'
import { api } from '@/lib/trpc-server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.security'))('title'), robots: { index: false } }
}

const notices = ['session-ended', 'sessions-ended', 'email-changed'] as const
/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { searchParams: Promise<{ notice?: string }> }

export default async function SecurityPage({ searchParams }: Props) {
  await requireMember('/account/security')
  const caller = await api()
  const [account, sessions] = await Promise.all([caller.accounts.own(), caller.accounts.sessions()])
  const asked = (await searchParams).notice
  const notice = notices.find((known) => known === asked)
  const t = await getTranslations('accounts.security')
  return (
    <AccountPage current="security" title={t('title')}>
      {notice ? (
        <Alert variant="success" role="status" className="mb-8">
          {t(`notice.${notice}`)}
        </Alert>
      ) : null}
      <div className="grid gap-12">
        <Section title={t('sessions')} description={t('sessionsDescription')}>
          <SessionList sessions={sessions} locale={account.locale} timeZone={account.timeZone} />
        </Section>
        <Section
          title={t('password')}
          description={account.hasPassword ? undefined : t('noPassword')}
        >
          <div className="max-w-lg">
            <PasswordChangeForm hasPassword={account.hasPassword} />
          </div>
        </Section>
        <Section title={t('email')} description={t('currentEmail', { email: account.email })}>
          <div className="max-w-lg">
            <EmailChangeForm />
          </div>
        </Section>
      </div>
    </AccountPage>
  )
}
