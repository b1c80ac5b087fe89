import { openAccount } from '../../accounts/commands/open-account'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError } from '../../shared/errors'
import { originOf } from '../../shared/origin'
import { hashPassword } from '../../shared/password'
import { findClaim } from '../reads/find-claim'
import type { ClaimAsNewInput } from '../schema'
import { giveOrder } from './claim-order'

/**
 * Makes an account for the address that the link was mailed to, which the link proves, and gives it the
 * order, in one transaction. Safe to repeat: the second time the address has its account.
 *
 * Throws `precondition` (`claim-link-invalid`), and `conflict` (`address-has-account`, `order-claimed`).
 */
export async function claimAsNew(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl' | 'limits'>,
  actor: Actor,
  { token, name, password }: ClaimAsNewInput,
): Promise<{ orderId: string; email: string }> {
  await deps.limits.consume('signUpPerOrigin', originOf(actor))
  const passwordHash = await hashPassword(password)
  return await deps.db.$transaction(
    async (tx) => {
      const found = await findClaim(tx, token)
      if (!found || found.expiresAt <= deps.clock.now()) {
        throw new DomainError('precondition', 'claim-link-invalid')
      }
      const { email } = found.order
      const userId = await openAccount(tx, { email, name, passwordHash }, deps.clock.now())
      if (userId === null) throw conflict('address-has-account')
      const { orderId } = await giveOrder(tx, deps, { type: 'member', userId, email }, { token })
      return { orderId, email }
    },
    { timeout: 20_000, maxWait: 10_000 },
  )
}
