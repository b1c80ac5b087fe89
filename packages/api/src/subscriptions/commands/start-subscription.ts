import { keepBuyer } from '../../orders/commands/identify-order-buyer'
import { awaitTarget } from '../../payments/commands/await-target'
import { processCommand } from '../../payments/commands/process-command/process-command'
import { findSuspicion } from '../../payments/reads/declines'
import { declineWindowMinutes } from '../../payments/rules/card-testing'
import { subscriptionTargetKey } from '../../payments/rules/event-target'
import type { Actor, Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError } from '../../shared/errors'
import { isUniqueViolation } from '../../shared/unique-violation'
import { canSubscribe } from '../policy'
import { intervalOf } from '../rules/invoice-order'
import { trialDaysFor } from '../rules/plans'
import type { StartSubscriptionInput } from '../schema'
import { isLiveStatus } from '../states'
import { type QuotedMembership, quoteMembership } from './quote-membership'
import { requestSubscriptionCommand } from './request-command'

/** How long the checkout can be completed. Stripe allows no less than 30 minutes. */
export const checkoutLifetimeSeconds = 60 * 60

/** If the process dies before it has opened the session, the worker does. */
const sessionJobDelaySeconds = 60

export type StartedSubscription = { subscriptionId: string; url: string }

/**
 * Starts a membership: a plan and a currency come in, the price is looked up here. The row and the
 * command that opens the session are committed before Stripe is called. One open checkout per person: a
 * double click and a retry get the same session, another plan or price closes it first. The first
 * membership begins with a trial; the database sees to it that nobody has two.
 *
 * Throws `unauthenticated`, `forbidden` (`email-not-verified`), `not_found` without such a plan,
 * `precondition` (`billing-country-missing`, -region-, -postal-code-, where tax depends on it, `membership-waiver-missing`), `invalid`
 * (`tax-number-malformed`), `conflict` (`membership-exists`, `checkout-busy`), `rate_limited`, and `unavailable` when Stripe did not
 * answer (nothing is lost: call again).
 */
export async function startSubscription(
  deps: Deps,
  actor: Actor,
  input: StartSubscriptionInput,
): Promise<StartedSubscription> {
  const buyer = requireBuyer(actor)
  const quoted = await quoteMembership(deps, buyer, input)
  await keepBuyer(deps, buyer, input.buyer, quoted.buyer)
  requireComplete(quoted, input)
  await requireNoCardTesting(deps, buyer)
  for (let round = 0; round < 3; round += 1) {
    const open = await resume(deps, buyer.userId, quoted)
    if (open) return await openCheckout(deps, open)
    await deps.limits.consume('checkoutPerPerson', buyer.userId)
    if (buyer.ipAddress) await deps.limits.consume('checkoutPerOrigin', buyer.ipAddress)
    try {
      return await openCheckout(deps, await write(deps, buyer, quoted, input))
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw conflict('checkout-busy')
}

function requireBuyer(actor: Actor): Member {
  const verdict = canSubscribe(actor)
  if (actor.type !== 'member') throw new DomainError('unauthenticated', 'sign-in-required')
  if (!verdict.ok) throw new DomainError('forbidden', verdict.reason)
  return actor
}

/**
 * A membership opens at once, so who has the right of withdrawal begins by giving it up, in the words that
 * stand today; what is paid first goes back for as long by the refund promise.
 */
function requireComplete(
  { quote: { tax, withdrawal } }: QuotedMembership,
  { waiver }: StartSubscriptionInput,
): void {
  const { missing } = tax
  if (missing !== null) throw new DomainError('precondition', `billing-${missing}-missing`)
  if (withdrawal !== null && waiver !== withdrawal.waiverVersion) {
    throw new DomainError('precondition', 'membership-waiver-missing', {}, 'waiver')
  }
}

async function requireNoCardTesting(deps: Deps, buyer: Member): Promise<void> {
  const suspicion = await findSuspicion(deps.db, buyer, deps.clock.now())
  if (suspicion === null) return
  const { userId, ipAddress } = buyer
  deps.logger.warn({ userId, ipAddress, suspicion }, 'membership refused: payments declined')
  throw new DomainError('rate_limited', 'too-many-declines', { minutes: declineWindowMinutes })
}

type Written = { subscriptionId: string; commandId: string }

/** The checkout that is open already, when it is for the same; another one is closed first. */
async function resume(
  deps: Deps,
  userId: string,
  { plan, quote }: QuotedMembership,
): Promise<Written | null> {
  const rows = await deps.db.subscription.findMany({
    where: { userId, status: { notIn: ['ended', 'expired', 'duplicate'] } },
    select: {
      id: true,
      status: true,
      priceId: true,
      amountMinor: true,
      buyerCountry: true,
      buyerRegion: true,
      buyerPostalCode: true,
      taxNumberStatus: true,
      waiverVersion: true,
      expiresAt: true,
      commands: {
        where: { kind: 'create_subscription_session' },
        select: { id: true, state: true },
      },
    },
  })
  if (rows.some(({ status }) => isLiveStatus(status))) throw conflict('membership-exists')
  const [pending] = rows
  if (!pending) return null
  const [create] = pending.commands
  const isInTime = pending.expiresAt.getTime() > deps.clock.now().getTime() + 60_000
  const isSame =
    pending.priceId === plan.priceId &&
    pending.amountMinor === quote.totalMinor &&
    pending.buyerCountry === quote.tax.country &&
    pending.buyerRegion === quote.tax.region &&
    pending.buyerPostalCode === quote.tax.postalCode &&
    pending.taxNumberStatus === quote.tax.taxNumberStatus &&
    pending.waiverVersion === (quote.withdrawal?.waiverVersion ?? null)
  if (create && create.state !== 'failed' && isInTime && isSame) {
    return { subscriptionId: pending.id, commandId: create.id }
  }
  await closeCheckout(deps, pending.id)
  return null
}

/** Ends an open checkout, and learns what became of it: it may have been completed meanwhile. */
async function closeCheckout(deps: Deps, subscriptionId: string): Promise<void> {
  const commandId = await deps.db.$transaction((tx) =>
    requestSubscriptionCommand(tx, subscriptionId, {
      kind: 'expire_subscription_session',
      params: {},
    }),
  )
  await processCommand(deps, commandId)
  await awaitTarget(deps, subscriptionTargetKey(subscriptionId))
}

async function write(
  deps: Deps,
  buyer: Member,
  { offeringId, plan, quote, buyer: identified }: QuotedMembership,
  input: StartSubscriptionInput,
): Promise<Written> {
  const now = deps.clock.now()
  return await deps.db.$transaction(async (tx) => {
    const earlier = await tx.subscription.findMany({
      where: { userId: buyer.userId },
      select: { status: true, stripeCustomerId: true, livemode: true },
      orderBy: { createdAt: 'desc' },
    })
    const known = earlier.find((row) => row.stripeCustomerId && row.livemode === deps.livemode)
    const trialDays = trialDaysFor(earlier)
    const expiresAt = new Date(now.getTime() + checkoutLifetimeSeconds * 1000)
    const { currency, period, priceId } = plan
    const { totalMinor: amountMinor, withdrawal, tax } = quote
    const { id } = await tx.subscription.create({
      data: {
        userId: buyer.userId,
        offeringId,
        email: buyer.email,
        period,
        currency,
        amountMinor,
        priceId,
        trialDays,
        buyerCountry: tax.country,
        buyerRegion: tax.region,
        buyerPostalCode: tax.postalCode,
        ipCountry: buyer.ipCountry ?? null,
        taxNumber: identified.taxNumber,
        taxNumberStatus: tax.taxNumberStatus,
        ...(withdrawal ? { waivedAt: now, waiverVersion: withdrawal.waiverVersion } : {}),
        livemode: deps.livemode,
        ipAddress: buyer.ipAddress,
        expiresAt,
        createdAt: now,
      },
      select: { id: true },
    })
    const commandId = await requestSubscriptionCommand(tx, id, {
      kind: 'create_subscription_session',
      params: {
        currency,
        amountMinor: amountMinor.toString(),
        interval: intervalOf(period),
        title: quote.title,
        trialDays,
        email: buyer.email,
        customerId: known?.stripeCustomerId ?? null,
        expiresAt: expiresAt.toISOString(),
        locale: input.locale ?? null,
      },
      runAt: new Date(now.getTime() + sessionJobDelaySeconds * 1000),
    })
    return { subscriptionId: id, commandId }
  })
}

async function openCheckout(
  deps: Deps,
  { subscriptionId, commandId }: Written,
): Promise<StartedSubscription> {
  const { state, error } = await processCommand(deps, commandId)
  if (state === 'failed') {
    deps.logger.error({ subscriptionId, error }, 'Stripe refused to open a checkout session')
    throw new DomainError('unavailable', 'checkout-refused')
  }
  const { checkoutUrl } = await deps.db.subscription.findUniqueOrThrow({
    where: { id: subscriptionId },
    select: { checkoutUrl: true },
  })
  if (state !== 'done' || checkoutUrl === null) {
    throw new DomainError('unavailable', 'payment-service-unavailable')
  }
  return { subscriptionId, url: checkoutUrl }
}
