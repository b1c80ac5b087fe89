import { Alert } from '@archway/ui/alert'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import {
  cancelMembership,
  pauseMembership,
  resumeMembership,
  unpauseMembership,
  updateCard,
} from '@/features/membership/actions'
import { FormFrame } from '@/features/shell/form-frame'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('membership'))('title'), robots: { index: false } }
}

export default async function MyMembershipPage() {
  const member = await requireMember('/account/membership')
  const { membership, payments } = await (await api()).subscriptions.mine()
  const t = await getTranslations('membership')
  const formats = formatsFor(member)
  if (!membership || membership.status === 'pending') {
    return (
      <AccountPage current="membership" title={t('title')}>
        <EmptyState
          title={t('notYet')}
          description={t('notYetDescription')}
          actions={
            <LinkButton href="/membership" linkComponent={Link}>
              {t('see')}
            </LinkButton>
          }
        />
      </AccountPage>
    )
  }
  const { status, cancelAt, failing, graceUntil, nextPayment, pausedUntil, currency } = membership
  const isLive = status !== 'ended' && status !== 'duplicate' && status !== 'expired'
  const price = formats.money(membership)
  const facts: [string, string][] = [
    [t('state'), t(`status.${status}`)],
    [t('price'), t(membership.period === 'per_year' ? 'perYear' : 'perMonth', { price })],
    [
      t('next'),
      nextPayment
        ? t('nextOn', {
            amount: formats.money({ amountMinor: nextPayment.amountMinor, currency }),
            date: formats.date(nextPayment.at),
          })
        : t('nothingNext'),
    ],
    ...(status === 'trialing' && membership.trialEndsAt
      ? [[t('trialUntil'), formats.date(membership.trialEndsAt)] as [string, string]]
      : []),
    ...(cancelAt ? [[t('endsOn'), formats.date(cancelAt)] as [string, string]] : []),
    ...(pausedUntil ? [[t('pausedUntil'), formats.date(pausedUntil)] as [string, string]] : []),
  ]
  return (
    <AccountPage current="membership" title={membership.title}>
      <div className="grid gap-10">
        {failing ? (
          <Alert variant="warning" title={t('status.past_due')}>
            {t(membership.isOpen && graceUntil ? 'failing' : 'failingClosed', {
              amount: formats.money(failing),
              date: graceUntil ? formats.date(graceUntil) : '',
            })}
          </Alert>
        ) : null}
        <DataList layout="columns">
          {facts.map(([term, value]) => (
            <DataListItem key={term} term={term}>
              {value}
            </DataListItem>
          ))}
        </DataList>
        <div className="flex flex-wrap gap-4">
          {isLive ? <FormFrame action={updateCard} submitLabel={t('updateCard')} /> : null}
          {status === 'active' && !cancelAt ? (
            <FormFrame
              action={pauseMembership}
              submitLabel={t('pause')}
              submitVariant="secondary"
            />
          ) : null}
          {status === 'paused' ? (
            <FormFrame
              action={unpauseMembership}
              submitLabel={t('unpause')}
              submitVariant="secondary"
            />
          ) : null}
          {isLive && !cancelAt ? (
            <FormFrame action={cancelMembership} submitLabel={t('cancel')} submitVariant="danger" />
          ) : null}
          {isLive && cancelAt ? (
            <FormFrame
              action={resumeMembership}
              submitLabel={t('resume')}
              submitVariant="secondary"
            />
          ) : null}
          {isLive ? null : (
            <LinkButton href="/membership" linkComponent={Link}>
              {t('see')}
            </LinkButton>
          )}
        </div>
        <section>
          <h2 className="mb-4 font-semibold text-lg">{t('payments')}</h2>
          {payments.length === 0 ? (
            <p className="text-muted-foreground">{t('noPayments')}</p>
          ) : (
            <ul className="divide-y divide-border rounded-lg border border-border bg-surface">
              {payments.map((payment) => (
                <li key={payment.orderId} className="flex flex-wrap justify-between gap-4 p-5">
                  <Link href={`/account/orders/${payment.orderId}`} className="font-medium">
                    {payment.title}
                  </Link>
                  <span className="tabular-nums">
                    {formats.money({ amountMinor: payment.totalMinor, currency: payment.currency })}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </AccountPage>
  )
}
