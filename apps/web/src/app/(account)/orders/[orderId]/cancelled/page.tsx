import { orderIdInput } from '@archway/api/orders/schema/order'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { currentActor, requireBuyer } from '@/auth/actor'
import { CancelForm } from '@/features/orders/cancel-form'
import { leftOrder } from '@/features/orders/returned-order'
import { formatsFor, siteReader } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'

/** Made for each request, complete without JavaScript. */
export const instant = false

export const metadata: Metadata = { robots: { index: false } }

type Props = { params: Promise<{ orderId: string }> }

/** Where Stripe's page leads to when somebody turns back: the order is kept until they decide. */
export default async function CancelledPage({ params }: Props) {
  const { orderId } = await params
  await requireBuyer(`/orders/${orderId}/cancelled`)
  const input = orderIdInput.safeParse({ orderId })
  if (!input.success) notFound()
  const actor = await currentActor()
  const { order, isGuests } = await orNotFound(leftOrder(actor, input.data.orderId))
  const t = await getTranslations('orders')
  const isOpen = order.status === 'awaiting_payment'
  return (
    <Container size="content" className="py-16 sm:py-24">
      <EmptyState
        headingLevel={1}
        title={isOpen ? t('cancelled.title') : t('cancelled.closedTitle')}
        description={
          isOpen
            ? t('cancelled.description', {
                date: formatsFor(actor.type === 'member' ? actor : siteReader).dateTime(
                  order.expiresAt,
                ),
              })
            : t(`status.${order.status}`)
        }
        actions={
          <>
            {isOpen && order.checkoutUrl ? (
              <LinkButton href={order.checkoutUrl}>{t('pay')}</LinkButton>
            ) : null}
            {order.canCancel ? (
              <CancelForm orderId={orderId} label={t('cancel')} isGuest={isGuests} />
            ) : null}
            {isGuests ? null : (
              <LinkButton href={`/account/orders/${orderId}`} linkComponent={Link} variant="ghost">
                {t('see')}
              </LinkButton>
            )}
          </>
        }
      />
    </Container>
  )
}
