import type { Tx } from '@archway/db/client'
import { holdWishes } from '../../carts/commands/hold-wishes'
import { wishesOf, withWishes } from '../../carts/reads/cart'
import { lockCoupons, reserveCoupons } from '../../coupons/commands/reserve-coupons'
import { getBilling } from '../../documents/reads/billing'
import { projectOrder } from '../../payments/commands/commit-facts'
import type { CreateSessionParams } from '../../payments/schema'
import type { Buyer } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { addJob } from '../../shared/jobs'
import { newIds } from '../../shared/uuid'
import type { IdentifiedBuyer } from '../../tax/commands/identify-buyer'
import { lockCreditSources, reserveCredits } from '../../upgrades/commands/reserve-credits'
import { quoteCart } from '../reads/quote-cart'
import { cartHashOf } from '../rules/cart-hash'
import { isSameOffer, offerOf } from '../rules/offer'
import type { Quote } from '../rules/quote'
import { netsOf, withTaxes } from '../rules/with-taxes'
import type { StartCheckoutInput } from '../schema/order'

/** How long an order can be paid. Stripe allows no less than 30 minutes for a session. */
export const orderLifetimeSeconds = 60 * 60

/** If the process dies before it has opened the session, the worker does. */
const sessionJobDelaySeconds = 60

/** `commandId` opens the session; null when there is nothing to pay and the order is settled. */
export type PlacedOrder = { orderId: string; commandId: string | null }

/** Thrown, and nothing written, when a cart is no longer what was quoted. */
export class QuoteChangedError extends Error {
  override readonly name = 'QuoteChangedError'
}

/**
 * Writes order, lines, coupons and command in one transaction, before Stripe hears of anything. Wishes are held,
 * so that each goes into one order at a time. With
 * codes or credits the cart is quoted again under the locks of where they come from, so of two who want the last use one
 * gets it, and the other a `QuoteChangedError`. An order that leaves nothing to pay is settled in the
 * same transaction: its free payment stands where a charge would, and access, receipt and coupons
 * follow from it like from any payment.
 */
export async function placeOrder(
  deps: Deps,
  buyer: Buyer,
  quoted: Quote,
  input: StartCheckoutInput,
  identified: IdentifiedBuyer,
): Promise<PlacedOrder> {
  const now = deps.clock.now()
  const codes = input.codes ?? []
  return await deps.db.$transaction(
    async (tx) => {
      const wishIds = wishesOf(input.items)
      if (wishIds.length > 0 && !(await holdWishes(tx, buyer, wishIds)))
        throw new QuoteChangedError()
      const sources = quoted.lines.flatMap((line) => line.credits.map((each) => each.sourceLineId))
      if (codes.length > 0 || sources.length > 0) {
        await lockCoupons(tx, buyer, codes)
        await lockCreditSources(tx, sources)
        const again = await quoteCart(tx, buyer, input, now, identified)
        if (!isSameOffer(offerOf(quoted, null), offerOf(taxedLike(quoted, again), null))) {
          throw new QuoteChangedError()
        }
      }
      const lineIds = newIds(quoted.lines.length)
      const order = await writeOrder(tx, deps, buyer, { quoted, input, lineIds, now, identified })
      const { currency } = quoted
      await reserveCoupons(tx, { ...order, buyer, currency, lineIds }, quoted.coupons)
      await reserveCredits(
        tx,
        order.id,
        quoted.lines.map(({ credits }, index) => ({ id: lineIds[index] ?? '', credits })),
      )
      if (quoted.totalMinor === 0n) {
        await settleWithoutMoney(tx, deps, order.id, now)
        return { orderId: order.id, commandId: null }
      }
      const params: CreateSessionParams = {
        currency,
        email: buyer.email,
        expiresAt: order.expiresAt.toISOString(),
        locale: input.locale ?? null,
        lines: quoted.lines.map((line) => ({
          title: line.title,
          amountMinor: line.amountMinor.toString(),
        })),
      }
      return { orderId: order.id, commandId: await requestSession(tx, order.id, params, now) }
    },
    { timeout: 15_000, maxWait: 10_000 },
  )
}

/** A quote with the taxes of an earlier one that Stripe worked out, if they are of the same amounts. */
function taxedLike(earlier: Quote, again: Quote): Quote {
  if (earlier.calculationId === null) return again
  if (netsOf(earlier).join() !== netsOf(again).join()) throw new QuoteChangedError()
  return withTaxes(
    again,
    earlier.lines.map((line) => line.tax),
    earlier.calculationId,
  )
}

async function writeOrder(
  tx: Tx,
  deps: Deps,
  buyer: Buyer,
  {
    quoted,
    input,
    lineIds,
    now,
    identified,
  }: {
    quoted: Quote
    input: StartCheckoutInput
    lineIds: readonly string[]
    now: Date
    identified: IdentifiedBuyer
  },
) {
  const kept = buyer.userId === null ? null : await getBilling(tx, buyer.userId)
  // The invoice says of the buyer what the tax was worked out for.
  const { country, taxNumber } = identified
  const billing = country === null ? (kept ?? undefined) : { ...kept, country, taxNumber }
  return await tx.order.create({
    data: {
      userId: buyer.userId,
      guestKey: buyer.guestKey,
      email: buyer.email,
      currency: quoted.currency,
      subtotalMinor: quoted.subtotalMinor,
      discountMinor: quoted.discountMinor,
      taxMinor: quoted.taxMinor,
      totalMinor: quoted.totalMinor,
      cartHash: cartHashOf(await withWishes(tx, buyer.userId, input.items)),
      billing,
      ...waiverOf(quoted, input, now),
      buyerCountry: quoted.tax.country,
      buyerRegion: quoted.tax.region,
      buyerPostalCode: quoted.tax.postalCode,
      ipCountry: buyer.ipCountry ?? null,
      taxCalculationId: quoted.calculationId,
      priceRegionId: quoted.region?.id ?? null,
      regionCountries: quoted.region?.countries ?? [],
      taxNumberStatus: quoted.tax.taxNumberStatus,
      livemode: deps.livemode,
      ipAddress: buyer.ipAddress,
      expiresAt: new Date(now.getTime() + orderLifetimeSeconds * 1000),
      createdAt: now,
      lines: {
        create: quoted.lines.map((line, position) => ({
          id: lineIds[position],
          position,
          wishId: wishOf(input.items[line.item]),
          purpose: line.purpose,
          quantity: line.quantity,
          bundleId: line.bundleId,
          giftWish: line.giftWish ?? undefined,
          offeringId: line.offeringId,
          priceId: line.priceId,
          title: line.title,
          listMinor: line.listMinor,
          discountMinor: line.discountMinor,
          amountMinor: line.amountMinor,
          taxMinor: line.tax.taxMinor,
          taxRateBps: line.tax.taxRateBps,
          taxName: line.tax.taxName,
          taxCountry: line.tax.taxCountry,
          taxReason: line.tax.reason,
          isTaxIncluded: line.tax.isTaxIncluded,
          providerId: line.providerId,
          shareBps: line.shareBps,
          providerMinor: line.providerMinor,
          refundPromise: line.refundTerms,
        })),
      },
    },
    select: { id: true, expiresAt: true },
  })
}

const wishOf = (item: StartCheckoutInput['items'][number] | undefined): string | null =>
  item?.purpose === 'wish' ? item.wishId : null

/** The record that the buyer asked for access at once, by a text that stands today. */
function waiverOf(quoted: Quote, { waiver }: StartCheckoutInput, now: Date) {
  const isAsked = quoted.withdrawal !== null && waiver === quoted.withdrawal.waiverVersion
  return isAsked ? { waivedAt: now, waiverVersion: waiver } : {}
}

const nothingFromStripe = {
  session: null,
  intent: null,
  charges: [],
  refunds: [],
  disputes: [],
}

async function settleWithoutMoney(tx: Tx, deps: Deps, orderId: string, now: Date): Promise<void> {
  await tx.freePayment.create({ data: { orderId, at: now } })
  await projectOrder(tx, deps, orderId, nothingFromStripe)
}

async function requestSession(tx: Tx, orderId: string, params: CreateSessionParams, now: Date) {
  const command = await tx.stripeCommand.create({
    data: { kind: 'create_session', orderId, params },
    select: { id: true },
  })
  await addJob(
    tx,
    'stripe-command.requested',
    { commandId: command.id },
    {
      key: `command:${command.id}`,
      runAt: new Date(now.getTime() + sessionJobDelaySeconds * 1000),
    },
  )
  return command.id
}
