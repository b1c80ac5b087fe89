import { can } from '@archway/api/shared/permissions'
import { Alert } from '@archway/ui/alert'
import { Badge } from '@archway/ui/badge'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { CommandsPanel } from '@/features/admin/orders/commands-panel'
import { EventsPanel } from '@/features/admin/orders/events-panel'
import { ResyncButton } from '@/features/admin/orders/resync-button'
import { SyncPanel } from '@/features/admin/orders/sync-panel'
import { requireStaff } from '@/features/admin/require-staff'
import { AccessPanel } from '@/features/admin/subscriptions/access-panel'
import { EndSubscription } from '@/features/admin/subscriptions/end-subscription'
import { ExtendGrace } from '@/features/admin/subscriptions/extend-grace'
import { HistoryPanel } from '@/features/admin/subscriptions/history-panel'
import { InvoicesPanel } from '@/features/admin/subscriptions/invoices-panel'
import { loadSubscription } from '@/features/admin/subscriptions/load-subscription'
import { MemberPanel } from '@/features/admin/subscriptions/member-panel'
import { StandingPanel } from '@/features/admin/subscriptions/standing-panel'
import { SubscriptionStatusBadges } from '@/features/admin/subscriptions/subscription-status'
import { wordOr } from '@/features/admin/word-or'
import { formatsFor } from '@/lib/formats'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminSubscriptions'))('one') }
}

type Props = { params: Promise<{ subscriptionId: string }> }

/** One membership: how it stands, its invoices with their orders, and what happened to it. */
export default async function SubscriptionPage({ params }: Props) {
  const { subscriptionId } = await params
  const path = `/admin/subscriptions/${subscriptionId}`
  const member = await requireStaff('subscription.read', path)
  const subscription = await loadSubscription(subscriptionId)
  const t = await getTranslations('adminSubscriptions')
  const formats = formatsFor(member)
  const { may, review, graceUntil, periodEnd } = subscription
  const name = subscription.person.name ?? subscription.person.email
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/subscriptions', label: t('title') }]}
            current={name}
          />
        }
        title={t('of', { name })}
        description={t('headline', {
          title: subscription.title,
          price: t(`price.${subscription.period}`, { price: formats.money(subscription) }),
        })}
        meta={
          <>
            <SubscriptionStatusBadges {...subscription} />
            {subscription.livemode ? null : <Badge variant="outline">{t('testMode')}</Badge>}
          </>
        }
        actions={
          <>
            {may.resync ? <ResyncButton kind="subscription" id={subscriptionId} /> : null}
            {may.extendGrace ? (
              <ExtendGrace
                subscriptionId={subscriptionId}
                openUntil={graceUntil && formats.dateTime(graceUntil)}
              />
            ) : null}
            {may.end ? (
              <EndSubscription
                subscriptionId={subscriptionId}
                canEndLater={may.endLater}
                paidUntil={periodEnd && formats.date(periodEnd)}
              />
            ) : null}
          </>
        }
        className="mb-6"
      />
      {review ? (
        <Alert variant="warning" className="mb-5" title={t('reviewTitle')}>
          {wordOr(t, `review.${review}`, review)}
        </Alert>
      ) : null}
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-5">
          <StandingPanel subscription={subscription} formats={formats} />
          <InvoicesPanel invoices={subscription.invoices} formats={formats} />
          <CommandsPanel
            commands={subscription.commands.map((row) => ({ ...row, amountMinor: null }))}
            currency={subscription.currency}
            formats={formats}
          />
          <EventsPanel
            events={subscription.events}
            description={t('eventsText')}
            formats={formats}
          />
        </div>
        <div className="grid min-w-0 content-start gap-5 md:grid-cols-2 xl:grid-cols-1">
          <MemberPanel subscription={subscription} canSeePerson={can(member, 'person.read')} />
          <AccessPanel reasons={subscription.reasons} formats={formats} />
          <HistoryPanel timeline={subscription.timeline} formats={formats} />
          <SyncPanel sync={subscription.sync} formats={formats} />
        </div>
      </div>
    </AdminProviders>
  )
}
