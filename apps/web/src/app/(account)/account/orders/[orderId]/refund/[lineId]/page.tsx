import { randomUUID } from 'node:crypto'
import { refundOfferInput } from '@archway/api/orders/schema/order'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { RefundForm } from '@/features/orders/refund-form'
import { RefundOffer } from '@/features/orders/refund-offer'
import { RefundSeats } from '@/features/orders/refund-seats'
import { formatsFor } from '@/lib/formats'
import { orNotFound } from '@/lib/or-not-found'
import { refundSentence } from '@/lib/refund-sentence'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders.refundPage')
  return { title: t('title'), robots: { index: false } }
}

type Props = {
  params: Promise<{ orderId: string; lineId: string }>
  searchParams: Promise<{ seats?: string | string[] }>
}

/** Taking the price of one line back: what comes back, what closes, and the button that does it. */
export default async function RefundPage({ params, searchParams }: Props) {
  const { orderId, lineId } = await params
  const orderPath = `/account/orders/${orderId}`
  const member = await requireMember(`${orderPath}/refund/${lineId}`)
  const line = { orderId, orderLineId: lineId }
  const { seats } = await searchParams
  // A number that cannot be is as if none was named: the page then offers all of the unused seats.
  const named = refundOfferInput.safeParse({ ...line, seats: seats || undefined })
  const input = named.success ? named : refundOfferInput.safeParse(line)
  if (!input.success) notFound()
  const offer = await orNotFound((await api()).orders.refundOffer(input.data))
  const t = await getTranslations('orders.refundPage')
  const formats = formatsFor(member)
  const back = (
    <LinkButton href={orderPath} linkComponent={Link} variant="ghost">
      {offer.canRequest ? t('keep') : t('back')}
    </LinkButton>
  )
  return (
    <AccountPage
      current="orders"
      title={t('title')}
      description={t('description', { title: offer.title, number: offer.orderNumber })}
    >
      {offer.canRequest ? (
        <div className="grid max-w-2xl gap-8">
          <RefundOffer offer={offer} formats={formats} />
          {offer.seats && offer.seats.unused > 1 ? <RefundSeats {...offer.seats} /> : null}
          <RefundForm
            orderId={orderId}
            orderLineId={lineId}
            requestId={randomUUID()}
            {...(offer.seats ? { seats: String(offer.seats.chosen) } : {})}
            label={
              offer.seats
                ? t('confirmSeats', { seats: offer.seats.chosen, amount: formats.money(offer) })
                : t('confirm', { amount: formats.money(offer) })
            }
          >
            {back}
          </RefundForm>
        </div>
      ) : (
        <EmptyState
          title={t('closedTitle')}
          description={
            offer.refund.isOwed ? t('underway') : await refundSentence(offer.refund, formats)
          }
          actions={back}
        />
      )}
    </AccountPage>
  )
}
