import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import type { RefusedCode } from '../rules/apply-coupons'

/**
 * Quotes with codes while counting those that do not exist, so that codes cannot be found by trying:
 * after too many unknown ones from a person or an origin, none is looked at for a while, right or
 * wrong. Throws `rate_limited`. Carts without codes are never limited.
 */
export async function guardCodes<Quoted extends { refusedCodes: readonly RefusedCode[] }>(
  deps: Pick<Deps, 'limits'>,
  actor: Actor,
  codes: readonly string[],
  quoted: () => Promise<Quoted>,
): Promise<Quoted> {
  if (codes.length === 0) return await quoted()
  const keys = [
    ...(actor.type === 'member' ? [['codeGuessPerPerson', actor.userId] as const] : []),
    ...(actor.type !== 'system' && actor.ipAddress
      ? [['codeGuessPerOrigin', actor.ipAddress] as const]
      : []),
  ]
  for (const [name, key] of keys) await deps.limits.require(name, key)
  const result = await quoted()
  for (const { reason } of result.refusedCodes) {
    if (reason !== 'coupon-unknown') continue
    for (const [name, key] of keys) await deps.limits.consume(name, key)
  }
  return result
}
