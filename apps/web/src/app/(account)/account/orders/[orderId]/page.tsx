import { orderIdInput } from '@archway/api/orders/schema/order'
import { Alert } from '@archway/ui/alert'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { CancelForm } from '@/features/orders/cancel-form'
import { OrderDocuments } from '@/features/orders/order-documents'
import { OrderHistory } from '@/features/orders/order-history'
import { OrderLines } from '@/features/orders/order-lines'
import { PrintButton } from '@/features/orders/print-button'
import { StatusBadge } from '@/features/orders/status-badge'
import { WithdrawalCard } from '@/features/orders/withdrawal-card'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export const metadata: Metadata = { robots: { index: false } }

type Props = {
  params: Promise<{ orderId: string }>
  searchParams: Promise<{ refund?: string | string[] }>
}

/** One order: its receipt, what can be given back, and what happened to it. */
export default async function OrderPage({ params, searchParams }: Props) {
  const { orderId } = await params
  const member = await requireMember(`/account/orders/${orderId}`)
  const input = orderIdInput.safeParse({ orderId })
  if (!input.success) notFound()
  const { orders, documents } = await api()
  const order = await orNotFound(orders.myOrder(input.data))
  const t = await getTranslations('orders')
  const formats = formatsFor(member)
  return (
    <AccountPage
      current="orders"
      title={t('number', { number: order.number })}
      description={t('placedOn', { date: formats.dateTime(order.createdAt) })}
    >
      <div className="grid gap-10">
        {(await searchParams).refund === 'asked' ? (
          <Alert variant="success" role="status" className="print:hidden">
            {t('refundAsked')}
          </Alert>
        ) : null}
        <div className="flex flex-wrap items-center gap-4">
          <StatusBadge status={order.status} />
          {order.checkoutUrl ? (
            <>
              <LinkButton href={order.checkoutUrl} size="sm">
                {t('pay')}
              </LinkButton>
              <p className="text-muted-foreground text-sm">
                {t('expires', { date: formats.dateTime(order.expiresAt) })}
              </p>
            </>
          ) : null}
          {order.paidAt ? <PrintButton label={t('print')} /> : null}
          {order.canCancel ? <CancelForm orderId={order.id} label={t('cancel')} /> : null}
        </div>
        <WithdrawalCard order={order} formats={formats} />
        <OrderLines order={order} formats={formats} />
        <OrderDocuments documents={await documents.ofOrder(input.data)} formats={formats} />
        <OrderHistory order={order} formats={formats} />
      </div>
    </AccountPage>
  )
}
