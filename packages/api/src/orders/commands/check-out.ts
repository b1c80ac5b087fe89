import { withWishes } from '../../carts/reads/cart'
import { guardCodes } from '../../coupons/commands/guard-codes'
import { processCommand } from '../../payments/commands/process-command/process-command'
import { findSuspicion } from '../../payments/reads/declines'
import { declineWindowMinutes } from '../../payments/rules/card-testing'
import type { Actor, Buyer } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { originOf } from '../../shared/origin'
import { isUniqueViolation } from '../../shared/unique-violation'
import { quoteCart } from '../reads/quote-cart'
import { cartHashOf } from '../rules/cart-hash'
import { offerOf } from '../rules/offer'
import type { Quote } from '../rules/quote'
import type { StartCheckoutInput, StartCheckoutOutput } from '../schema/order'
import { calculateTax } from './calculate-tax'
import { findSettledOrder } from './find-settled-order'
import { identifyOrderBuyer, keepBuyer } from './identify-order-buyer'
import { placeOrder, QuoteChangedError } from './place-order'
import { resumeOrder } from './resume-order'

/** Somebody whose cart is quoted, paid for and, while it costs nothing, given at once. */
export type Checkout = {
  actor: Actor
  buyer: Buyer
  /** a cart of free offerings needs no order; throws for whom it cannot be given to */
  giveFree: (quoted: Quote) => Promise<StartCheckoutOutput>
}

/**
 * Starts paying for a cart: ids and a currency come in, prices are looked up here. The order with its
 * price snapshot and the command that opens the session are committed before Stripe is called, so a
 * crash in between is repaired by calling again (or by the worker) under the same idempotency key.
 * One open order per buyer and cart: a double click, a second tab and a retry get the same session
 * while its prices and coupons still hold; otherwise the old session is ended first. What coupons leave
 * nothing of becomes an order that is settled at once, without Stripe. A wish of the cart is bought once: asking
 * again for what it went into is answered with that order.
 *
 * Throws `precondition` with the first problem of the quote or the first refused code, or
 * `billing-country-missing` (-region-, -postal-code-) when tax depends on it, `invalid` (`tax-number-malformed`), `conflict`
 * (`payment-processing`, `order-already-paid`), `rate_limited` (`too-many-attempts`, and
 * `too-many-declines` for who seems to try out cards), and `unavailable` when Stripe did not answer
 * (nothing is lost: call again).
 */
export async function checkOut(
  deps: Deps,
  { actor, buyer, giveFree }: Checkout,
  input: StartCheckoutInput,
): Promise<StartCheckoutOutput> {
  const identified = await identifyOrderBuyer(deps, actor, input.buyer)
  await keepBuyer(deps, buyer, input.buyer, identified)
  // A competing call may take the place of our order between look and insert: look again.
  for (let round = 0; round < 3; round += 1) {
    const local = await guardCodes(deps, actor, input.codes ?? [], () =>
      quoteCart(deps.db, buyer, input, deps.clock.now(), identified),
    )
    const quoted = await calculateTax(deps, local, identified)
    const cartHash = cartHashOf(await withWishes(deps.db, buyer.userId, input.items))
    const cart = { hash: cartHash, items: input.items }
    const settled = await findSettledOrder(deps, buyer, cart, quoted)
    if (settled) return { kind: 'settled', orderId: settled }
    refuseProblems(quoted)
    if (isFreeAccess(quoted)) return await giveFree(quoted)
    if (quoted.totalMinor > 0n) {
      const { missing } = quoted.tax
      if (missing !== null) throw new DomainError('precondition', `billing-${missing}-missing`)
      await requireNoCardTesting(deps, buyer)
    }
    const open = await resumeOrder(deps, buyer, cartHash, offerOf(quoted, input.waiver ?? null))
    if (open) return { kind: 'redirect', ...open }
    await deps.limits.consume('checkoutPerPerson', buyer.userId ?? sha256(buyer.email))
    const origin = originOf(actor)
    // Who has an account is counted by it; without one, what comes from nowhere known is counted together.
    if (buyer.ipAddress || buyer.userId === null) {
      await deps.limits.consume('checkoutPerOrigin', origin)
    }
    try {
      const { orderId, commandId } = await placeOrder(deps, buyer, quoted, input, identified)
      if (commandId === null) return { kind: 'settled', orderId }
      return { kind: 'redirect', ...(await openSession(deps, { orderId, commandId })) }
    } catch (error) {
      if (!isUniqueViolation(error) && !(error instanceof QuoteChangedError)) throw error
    }
  }
  throw new DomainError('conflict', 'checkout-busy')
}

/** Who tries out cards gets no further checkout, not even the one that is open, until the attempts stop. */
async function requireNoCardTesting(deps: Deps, buyer: Buyer): Promise<void> {
  const { userId, email, ipAddress } = buyer
  const suspicion = await findSuspicion(deps.db, buyer, deps.clock.now())
  if (suspicion === null) return
  deps.logger.warn(
    { userId, email, ipAddress, suspicion },
    'checkout refused: payments declined too often',
  )
  throw new DomainError('rate_limited', 'too-many-declines', { minutes: declineWindowMinutes })
}

/** Nothing is sold that the page did not show: a problem or a refused code ends the checkout. */
function refuseProblems(quoted: Quote): void {
  const [problem] = quoted.problems
  if (problem)
    throw new DomainError('precondition', problem.reason, { noun: 'offering', ...problem })
  const [refused] = quoted.refusedCodes
  if (refused) {
    throw new DomainError('precondition', refused.reason, {
      code: refused.code,
      at: refused.at?.toISOString() ?? null,
      minimumMinor: refused.minimumMinor?.toString() ?? null,
      currency: quoted.currency,
    })
  }
}

/** What costs nothing and is for the buyer alone needs no order. */
const isFreeAccess = (quoted: Quote): boolean =>
  quoted.subtotalMinor === 0n &&
  quoted.lines.every((line) => line.purpose === 'access' && line.bundleId === null)

/** Opens the session of an order and returns where to pay. Safe to repeat: the command is the key. */
export async function openSession(
  deps: Deps,
  { orderId, commandId }: { orderId: string; commandId: string },
): Promise<{ orderId: string; url: string }> {
  const { state, error } = await processCommand(deps, commandId)
  if (state === 'failed') {
    deps.logger.error({ orderId, error }, 'Stripe refused to open a checkout session')
    throw new DomainError('unavailable', 'checkout-refused')
  }
  const order = await deps.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { checkoutUrl: true },
  })
  if (state !== 'done' || order.checkoutUrl === null) {
    throw new DomainError('unavailable', 'payment-service-unavailable')
  }
  return { orderId, url: order.checkoutUrl }
}
