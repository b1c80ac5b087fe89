import type { Tx } from '@archway/db/client'
import { getBilling } from '../../documents/reads/billing'
import { enrolFreeIn } from '../../enrolments/commands/enrol-free'
import { processCommand } from '../../payments/commands/process-command/process-command'
import { findSuspicion } from '../../payments/reads/declines'
import { declineWindowMinutes } from '../../payments/rules/card-testing'
import type { CreateSessionParams } from '../../payments/schema'
import type { Actor, Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { addJob } from '../../shared/jobs'
import { isUniqueViolation } from '../../shared/unique-violation'
import { canCheckOut } from '../policy'
import { quoteCart } from '../reads/quote-cart'
import type { Quote } from '../rules/quote'
import type { StartCheckoutInput, StartCheckoutOutput } from '../schema'
import { resumeOrder } from './resume-order'

/** How long an order can be paid. Stripe allows no less than 30 minutes for a session. */
export const orderLifetimeSeconds = 60 * 60

/** If the process dies before it has opened the session, the worker does. */
const sessionJobDelaySeconds = 60

/** Same cart, same hash, in whatever order it was filled. */
export const cartHashOf = (offeringIds: readonly string[]): string =>
  sha256([...offeringIds].sort().join(','))

/**
 * Starts paying for a cart: ids and a currency come in, prices are looked up here. The order with its
 * price snapshot and the command that opens the session are committed before Stripe is called, so a
 * crash in between is repaired by calling again (or by the worker) under the same idempotency key.
 * One open order per person and cart: a double click, a second tab and a retry get the same session
 * while its prices still hold; otherwise the old session is ended first. A cart that costs nothing
 * enrols at once and never reaches Stripe.
 *
 * Throws `unauthenticated`, `forbidden` (`email-not-verified`), `precondition` with the first problem
 * of the quote, `conflict` (`payment-processing`, `order-already-paid`), `rate_limited`
 * (`too-many-attempts`, and `too-many-declines` for who seems to try out cards), and
 * `unavailable` when Stripe did not answer (nothing is lost: call again).
 */
export async function startCheckout(
  deps: Deps,
  actor: Actor,
  input: StartCheckoutInput,
): Promise<StartCheckoutOutput> {
  const buyer = requireBuyer(actor)
  // A competing call may take the place of our order between look and insert: look again.
  for (let round = 0; round < 3; round += 1) {
    const quoted = await quoteCart(deps.db, buyer.userId, input, deps.clock.now())
    const problem = quoted.problems[0]
    if (problem)
      throw new DomainError('precondition', problem.reason, { noun: 'offering', ...problem })
    if (quoted.totalMinor === 0n) return await enrolInAll(deps, buyer, quoted)
    await requireNoCardTesting(deps, buyer)
    const cartHash = cartHashOf(input.offeringIds)
    const open = await resumeOrder(deps, buyer.userId, cartHash, quoted)
    if (open) return { kind: 'redirect', ...open }
    await deps.limits.consume('checkoutPerPerson', buyer.userId)
    if (buyer.ipAddress) await deps.limits.consume('checkoutPerOrigin', buyer.ipAddress)
    try {
      const placed = await placeOrder(deps, buyer, quoted, cartHash, input.locale ?? null)
      return { kind: 'redirect', ...(await openSession(deps, placed)) }
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw new DomainError('conflict', 'checkout-busy')
}

function requireBuyer(actor: Actor): Member {
  const verdict = canCheckOut(actor)
  if (actor.type !== 'member') throw new DomainError('unauthenticated', 'sign-in-required')
  if (!verdict.ok) throw new DomainError('forbidden', verdict.reason)
  return actor
}

/** Who tries out cards gets no further checkout, not even the one that is open, until the attempts stop. */
async function requireNoCardTesting(deps: Deps, { userId, ipAddress }: Member): Promise<void> {
  const suspicion = await findSuspicion(deps.db, { userId, ipAddress }, deps.clock.now())
  if (suspicion === null) return
  deps.logger.warn(
    { userId, ipAddress, suspicion },
    'checkout refused: payments declined too often',
  )
  throw new DomainError('rate_limited', 'too-many-declines', { minutes: declineWindowMinutes })
}

async function enrolInAll(deps: Deps, buyer: Member, quoted: Quote): Promise<StartCheckoutOutput> {
  const offeringIds = quoted.lines.map((line) => line.offeringId)
  await deps.db.$transaction(async (tx) => {
    for (const offeringId of offeringIds) await enrolFreeIn(tx, deps, buyer, offeringId)
  })
  return { kind: 'enrolled', offeringIds }
}

type Placed = { orderId: string; commandId: string }

/** Writes order, lines and command in one transaction, before Stripe hears of anything. */
async function placeOrder(
  deps: Deps,
  buyer: Member,
  quoted: Quote,
  cartHash: string,
  locale: string | null,
): Promise<Placed> {
  const now = deps.clock.now()
  const expiresAt = new Date(now.getTime() + orderLifetimeSeconds * 1000)
  return await deps.db.$transaction(async (tx) => {
    const order = await tx.order.create({
      data: {
        userId: buyer.userId,
        email: buyer.email,
        currency: quoted.currency,
        subtotalMinor: quoted.subtotalMinor,
        discountMinor: quoted.discountMinor,
        taxMinor: quoted.taxMinor,
        totalMinor: quoted.totalMinor,
        cartHash,
        billing: (await getBilling(tx, buyer.userId)) ?? undefined,
        livemode: deps.livemode,
        ipAddress: buyer.ipAddress,
        expiresAt,
        createdAt: now,
        lines: {
          create: quoted.lines.map((line, position) => ({
            position,
            offeringId: line.offeringId,
            priceId: line.priceId,
            title: line.title,
            listMinor: line.listMinor,
            discountMinor: line.discountMinor,
            amountMinor: line.amountMinor,
            providerId: line.providerId,
            shareBps: line.shareBps,
            refundPromise: line.refundTerms,
          })),
        },
      },
      select: { id: true },
    })
    const params: CreateSessionParams = {
      currency: quoted.currency,
      email: buyer.email,
      expiresAt: expiresAt.toISOString(),
      locale,
      lines: quoted.lines.map((line) => ({
        title: line.title,
        amountMinor: line.amountMinor.toString(),
      })),
    }
    return { orderId: order.id, commandId: await requestSession(tx, order.id, params, now) }
  })
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

/** Opens the session of an order and returns where to pay. Safe to repeat: the command is the key. */
export async function openSession(
  deps: Deps,
  { orderId, commandId }: Placed,
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
