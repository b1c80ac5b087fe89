import { itemAddress } from '@archway/api/orders/rules/item-address'
import { orderedItems } from '@archway/api/orders/rules/ordered-items'
import { awaitReturnInput } from '@archway/api/orders/schema/order'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { currentActor, requireBuyer } from '@/auth/actor'
import { checkoutPath } from '@/features/checkout/checkout-path'
import { GuestPaid } from '@/features/orders/guest-paid'
import { PaidOrder } from '@/features/orders/paid-order'
import { returnedOrder } from '@/features/orders/returned-order'
import { hasBought } from '@/lib/cart'
import { orNotFound } from '@/lib/or-not-found'

/** Made for each request, complete without JavaScript. */
export const instant = false

export const metadata: Metadata = { robots: { index: false } }

type Props = {
  params: Promise<{ orderId: string }>
  searchParams: Promise<{ session_id?: string }>
}

/**
 * Where Stripe sends people back to. Grants nothing by itself: it asks Stripe how the order stands,
 * the same way as the webhook does, and says what came of it.
 */
export default async function ReturnPage({ params, searchParams }: Props) {
  const { orderId } = await params
  await requireBuyer(`/orders/${orderId}/return`)
  const actor = await currentActor()
  const input = awaitReturnInput.safeParse({
    orderId,
    sessionId: (await searchParams).session_id,
  })
  if (!input.success) notFound()
  const { order, isGuests } = await orNotFound(returnedOrder(actor, input.data))
  const items = orderedItems(order.lines)
  const isPaid = order.status === 'paid'
  // A page sets no cookies: the cart of this browser is emptied on the way.
  if (isPaid && (await hasBought(items))) redirect(`/api/cart/bought?order=${order.id}`)
  const t = await getTranslations('orders')
  if (isGuests && (isPaid || order.guestEmail === null)) {
    return <GuestPaid order={order} actor={actor} />
  }
  const seeOrder = !isGuests && (
    <LinkButton href={`/account/orders/${orderId}`} linkComponent={Link} variant="secondary">
      {t('see')}
    </LinkButton>
  )
  if (isPaid) return <PaidOrder order={order} seeOrder={seeOrder} />
  const isProcessing = order.status === 'awaiting_payment' || order.status === 'processing'
  const outcome = isProcessing ? 'processing' : 'failed'
  return (
    <Container size="content" className="py-16 sm:py-24">
      <EmptyState
        headingLevel={1}
        icon={<Icon name={outcome === 'failed' ? 'warning' : 'success'} />}
        title={t(`return.${outcome}Title`)}
        description={t(`return.${outcome}Description`)}
        actions={
          <>
            {outcome === 'processing' ? (
              <LinkButton href={`/orders/${orderId}/return`} linkComponent={Link}>
                {t('return.refresh')}
              </LinkButton>
            ) : null}
            {outcome === 'failed' && items.length > 0 ? (
              <LinkButton
                href={checkoutPath({
                  items: items.map(itemAddress),
                  currency: order.currency,
                  codes: order.codes,
                })}
                linkComponent={Link}
              >
                {t('return.tryAgain')}
              </LinkButton>
            ) : null}
            {seeOrder}
          </>
        }
      />
    </Container>
  )
}
