import { checkOut } from '../../orders/commands/check-out'
import { cartHashOf } from '../../orders/rules/cart-hash'
import type { StartCheckoutOutput } from '../../orders/schema/order'
import type { Actor, Buyer } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError } from '../../shared/errors'
import { sha256 } from '../../shared/hash'
import { canCheckOutAsGuest } from '../policy'
import { type StartGuestCheckoutInput, startGuestCheckoutInput } from '../schema'

/**
 * Starts paying for a cart with an address alone (`checkOut`). The open order belongs to the browser: a
 * double click and a second tab get the same session, and nobody gets it by typing the address. Nothing is
 * granted before the order is claimed by the link that the receipt brings.
 *
 * Throws what `checkOut` throws, `conflict` (`signed-in`, and `guest-order-paid` when this browser has paid
 * for the same cart and not claimed it) and `precondition` (`account-needed`) for what needs an account.
 */
export async function startGuestCheckout(
  deps: Deps,
  actor: Actor,
  input: StartGuestCheckoutInput,
): Promise<StartCheckoutOutput> {
  const { email, browserToken, ...cart } = startGuestCheckoutInput.parse(input)
  const verdict = canCheckOutAsGuest(actor)
  if (!verdict.ok) throw conflict(verdict.reason)
  const buyer: Buyer = {
    userId: null,
    guestKey: sha256(browserToken),
    email,
    ipAddress: actor.type === 'visitor' ? actor.ipAddress : null,
    ipCountry: actor.type === 'visitor' ? (actor.ipCountry ?? null) : null,
  }
  await refusePaid(deps, buyer, cartHashOf(cart.items))
  return await checkOut(deps, { actor, buyer, giveFree: refuseFree }, cart)
}

/** What costs nothing is enrolled in, which takes an account. */
async function refuseFree(): Promise<never> {
  throw new DomainError('precondition', 'account-needed')
}

/** What is paid and not claimed is not sold to the same browser again: a member would own it. */
async function refusePaid(deps: Deps, { guestKey }: Buyer, cartHash: string): Promise<void> {
  const paid = await deps.db.order.findFirst({
    where: { guestKey, cartHash, userId: null, status: 'paid', freePayment: null },
    select: { number: true },
  })
  if (paid) throw conflict('guest-order-paid', { number: paid.number })
}
