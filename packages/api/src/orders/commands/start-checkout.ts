import { takeItems } from '../../carts/commands/remove-from-cart'
import { enrolFreeIn } from '../../enrolments/commands/enrol-free'
import { type Actor, buyerOf, type Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { canCheckOut } from '../policy'
import type { Quote } from '../rules/quote'
import type { AskedItem } from '../schema/cart-item'
import type { StartCheckoutInput, StartCheckoutOutput } from '../schema/order'
import { checkOut } from './check-out'

/**
 * Starts paying for a cart with an account (`checkOut`): a cart of free offerings enrols at once. Throws
 * what that throws, `unauthenticated`, and `forbidden` (`email-not-verified`).
 */
export async function startCheckout(
  deps: Deps,
  actor: Actor,
  input: StartCheckoutInput,
): Promise<StartCheckoutOutput> {
  const member = requireBuyer(actor)
  return await checkOut(
    deps,
    {
      actor,
      buyer: buyerOf(member),
      giveFree: (quoted) => enrolInAll(deps, member, quoted, input.items),
    },
    input,
  )
}

function requireBuyer(actor: Actor): Member {
  const verdict = canCheckOut(actor)
  if (actor.type !== 'member') throw new DomainError('unauthenticated', 'sign-in-required')
  if (!verdict.ok) throw new DomainError('forbidden', verdict.reason)
  return actor
}

async function enrolInAll(
  deps: Deps,
  buyer: Member,
  quoted: Quote,
  items: readonly AskedItem[],
): Promise<StartCheckoutOutput> {
  const offeringIds = quoted.lines.map((line) => line.offeringId)
  await deps.db.$transaction(async (tx) => {
    for (const offeringId of offeringIds) await enrolFreeIn(tx, deps, buyer, offeringId)
    await takeItems(tx, buyer.userId, items)
  })
  return { kind: 'enrolled', offeringIds }
}
