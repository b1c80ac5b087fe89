import { orderIdInput } from '@archway/api/orders/schema/order'
import { can } from '@archway/api/shared/permissions'
import { Alert } from '@archway/ui/alert'
import { Badge } from '@archway/ui/badge'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { OrderStatusBadge } from '@/features/admin/orders/order-status'
import { OrderView } from '@/features/admin/orders/order-view'
import { RefundDialog } from '@/features/admin/orders/refund-dialog'
import { ResolveReview } from '@/features/admin/orders/resolve-review'
import { ResyncButton } from '@/features/admin/orders/resync-button'
import { knownReview } from '@/features/admin/orders/review-text'
import { SendClaimLink } from '@/features/admin/orders/send-claim-link'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.orders'))('one') }
}

type Props = { params: Promise<{ orderId: string }> }

export default async function OrderPage({ params }: Props) {
  const { orderId } = await params
  const member = await requireStaff('order.read', `/admin/orders/${orderId}`)
  const input = orderIdInput.safeParse({ orderId })
  if (!input.success) notFound()
  const caller = await api()
  const order = await orNotFound(caller.orders.adminGet(input.data))
  const documents = await caller.documents.ofOrder(input.data)
  const t = await getTranslations('adminOperations.orders')
  const nav = await getTranslations('admin.nav')
  const refusals = await getTranslations('errors')
  const formats = formatsFor(member)
  const review = order.review ? knownReview(order.review) : null
  const refusal =
    can(member, 'order.refund') && order.refund.reason === 'dispute-open'
      ? refusals('dispute-open')
      : null
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/orders', label: nav('orders') }]}
            current={t('number', { number: order.number })}
          />
        }
        title={t('number', { number: order.number })}
        description={t('headline', {
          total: formats.money({ amountMinor: order.totalMinor, currency: order.currency }),
          date: formats.dateTime(order.createdAt),
        })}
        meta={
          <>
            <OrderStatusBadge status={order.status} />
            {order.livemode ? null : <Badge variant="outline">{t('testMode')}</Badge>}
          </>
        }
        actions={
          <>
            {can(member, 'order.resync') ? <ResyncButton kind="order" id={order.id} /> : null}
            {can(member, 'order.resync') && order.isGuest && !order.person && order.paidAt ? (
              <SendClaimLink orderId={order.id} email={order.email} />
            ) : null}
            {order.refund.isAllowed ? (
              <RefundDialog
                orderId={order.id}
                currency={order.currency}
                lines={order.refund.lines.map(({ id, title, refundableMinor, use }) => ({
                  id,
                  title,
                  refundableMinor,
                  unusedSeats: use.purpose === 'seats' ? use.unused : 0,
                }))}
              />
            ) : null}
          </>
        }
        className="mb-6"
      />
      <div className="mb-5 grid gap-3 empty:hidden">
        {order.review ? (
          <Alert
            variant="warning"
            title={t('reviewTitle', { reason: review ? t(`review.${review}`) : order.review })}
            action={can(member, 'order.refund') ? <ResolveReview orderId={order.id} /> : undefined}
          >
            {review ? t(`reviewText.${review}`) : null}
          </Alert>
        ) : null}
        {order.fraudWarnedAt ? (
          <Alert variant="warning" title={t('fraudWarning')}>
            {t('fraudWarningText', { date: formats.dateTime(order.fraudWarnedAt) })}
          </Alert>
        ) : null}
        {refusal ? <Alert variant="info">{refusal}</Alert> : null}
      </div>
      <OrderView order={order} documents={documents} member={member} />
    </AdminProviders>
  )
}
