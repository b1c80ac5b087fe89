import type { Db } from '@archway/db/client'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { DomainError } from './errors'

/** How often something may be tried: `points` times within `windowSeconds`, per key. */
export const limits = {
  signInPerAddress: { points: 10, windowSeconds: 15 * 60 },
  signInPerOrigin: { points: 50, windowSeconds: 15 * 60 },
  signUpPerOrigin: { points: 20, windowSeconds: 60 * 60 },
  mailPerAddress: { points: 5, windowSeconds: 60 * 60 },
  mailPerOrigin: { points: 30, windowSeconds: 60 * 60 },
  checkoutPerPerson: { points: 20, windowSeconds: 60 * 60 },
  checkoutPerOrigin: { points: 60, windowSeconds: 60 * 60 },
  invitationPerAddress: { points: 6, windowSeconds: 60 * 60 },
  credentialChecksPerOrigin: { points: 120, windowSeconds: 15 * 60 },
  credentialListsPerOrigin: { points: 30, windowSeconds: 60 * 60 },
  codeGuessPerPerson: { points: 10, windowSeconds: 15 * 60 },
  codeGuessPerOrigin: { points: 40, windowSeconds: 15 * 60 },
} as const
export type LimitName = keyof typeof limits

/** Counts attempts in the database, so that every instance of the site shares the count. */
export type RateLimiter = {
  /** Counts one attempt; throws `rate_limited` with the seconds to wait when there are none left. */
  consume(name: LimitName, key: string): Promise<void>
  /** Throws like `consume` when there are no attempts left, without counting one. */
  require(name: LimitName, key: string): Promise<void>
  /** Forgets the attempts of a key, after a success. */
  reset(name: LimitName, key: string): Promise<void>
}

/**
 * Counts in `db`. A process that lives on removes what has run out every five minutes; whoever closes
 * the database before says so, since the clock that does it cannot be stopped.
 */
export function createRateLimiter(
  db: Db,
  { isShortLived = false }: { isShortLived?: boolean } = {},
): RateLimiter {
  const limiters = new Map<LimitName, RateLimiterPrisma>()
  const of = (name: LimitName) => {
    let limiter = limiters.get(name)
    if (!limiter) {
      const { points, windowSeconds } = limits[name]
      limiter = new RateLimiterPrisma({
        storeClient: db,
        tableName: 'rateLimit',
        keyPrefix: name,
        points,
        duration: windowSeconds,
        clearExpiredByTimeout: !isShortLived,
      })
      limiters.set(name, limiter)
    }
    return limiter
  }
  const refusal = ({ msBeforeNext }: RateLimiterRes) =>
    new DomainError('rate_limited', 'too-many-attempts', {
      seconds: Math.ceil(msBeforeNext / 1000),
    })
  return {
    async consume(name, key) {
      try {
        await of(name).consume(key)
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection
        throw refusal(rejection)
      }
    },
    async require(name, key) {
      const counted = await of(name).get(key)
      if (counted && counted.remainingPoints <= 0) throw refusal(counted)
    },
    async reset(name, key) {
      await of(name).delete(key)
    },
  }
}
