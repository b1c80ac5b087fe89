import { Alert } from '@archway/ui/alert'
import { Button } from '@archway/ui/button'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { resendVerification } from '@/features/accounts/actions'
import { offeredLocales } from '@/features/accounts/offered-locales'
import { ProfileForm } from '@/features/accounts/settings-forms'
import { api } from '@/lib/trpc-server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.profile'))('title'), robots: { index: false } }
}

/** Made for each request, complete without JavaScript. */
export const instant = false

type Props = { searchParams: Promise<{ notice?: string }> }

export default async function ProfilePage({ searchParams }: Props) {
  await requireMember('/account')
  const account = await (await api()).accounts.own()
  const { notice } = await searchParams
  const t = await getTranslations('accounts')
  return (
    <AccountPage
      current="profile"
      title={t('profile.title')}
      description={t('profile.description')}
    >
      {account.emailVerified ? null : (
        <Alert
          variant={notice === 'verification-sent' ? 'success' : 'warning'}
          className="mb-6"
          action={
            <form action={resendVerification}>
              <Button type="submit" size="sm" variant="secondary">
                {t('account.resend')}
              </Button>
            </form>
          }
        >
          {notice === 'verification-sent' ? t('account.verificationSent') : t('account.unverified')}
        </Alert>
      )}
      <div className="max-w-lg">
        <ProfileForm
          account={account}
          locales={offeredLocales(account.locale)}
          timeZones={['UTC', ...Intl.supportedValuesOf('timeZone')]}
        />
      </div>
    </AccountPage>
  )
}
