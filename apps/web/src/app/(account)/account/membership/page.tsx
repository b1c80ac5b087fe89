import { Alert } from '@archway/ui/alert'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { FailingAlert } from '@/features/membership/failing-alert'
import { ManageCard } from '@/features/membership/manage-card'
import { Payments } from '@/features/membership/payments'
import { StateCard } from '@/features/membership/state-card'
import { formatsFor } from '@/lib/formats'
import { membershipPath } from '@/lib/paths'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('membership'))('title'), robots: { index: false } }
}

/** One's own membership: how it stands, what can be done with it, and what it has cost. */
export default async function MyMembershipPage() {
  const member = await requireMember('/account/membership')
  const { membership, payments } = await (await api()).subscriptions.mine()
  const t = await getTranslations('membership')
  const formats = formatsFor(member)
  if (!membership) {
    return (
      <AccountPage current="membership" title={t('title')}>
        <EmptyState
          title={t('notYet')}
          description={t('notYetDescription')}
          actions={
            <LinkButton href={membershipPath} linkComponent={Link}>
              {t('see')}
            </LinkButton>
          }
        />
      </AccountPage>
    )
  }
  if (membership.status === 'pending') {
    return (
      <AccountPage current="membership" title={membership.title}>
        <Alert
          title={t('pendingTitle')}
          action={
            <div className="flex flex-wrap gap-3">
              {membership.checkoutUrl ? (
                <LinkButton href={membership.checkoutUrl} size="sm">
                  {t('continueCheckout')}
                </LinkButton>
              ) : null}
              <LinkButton href={membershipPath} linkComponent={Link} size="sm" variant="secondary">
                {t('see')}
              </LinkButton>
            </div>
          }
        >
          {t('pendingText')}
        </Alert>
      </AccountPage>
    )
  }
  return (
    <AccountPage current="membership" title={membership.title}>
      <div className="grid max-w-4xl gap-10">
        <FailingAlert membership={membership} formats={formats} />
        <StateCard membership={membership} formats={formats} />
        {membership.isLive ? (
          <ManageCard membership={membership} formats={formats} />
        ) : (
          <LinkButton href={membershipPath} linkComponent={Link} className="justify-self-start">
            {t('again')}
          </LinkButton>
        )}
        <Payments payments={payments} formats={formats} />
      </div>
    </AccountPage>
  )
}
