/** Whose attempts are counted together: one person's, one network address's, or everybody's. */
export const declineScopes = ['person', 'origin', 'total'] as const
export type DeclineScope = (typeof declineScopes)[number]

/** Attempts to pay within the window, as Stripe's charges tell them. */
export type Attempts = { failed: number; succeeded: number }

/** How far back attempts count: who has stopped for this long may try again. */
export const declineWindowMinutes = 60

/**
 * From how many declined payments on, and from which part of all attempts in percent, it looks like stolen
 * cards being tried out. An honest buyer gives up after a few declines; behind one address there may be a
 * school or an office; of everybody together some are always declined.
 */
export const declineThresholds: Readonly<
  Record<DeclineScope, { failed: number; sharePercent: number }>
> = {
  person: { failed: 8, sharePercent: 80 },
  origin: { failed: 15, sharePercent: 80 },
  total: { failed: 50, sharePercent: 50 },
}

/** Whether the attempts of the window look like card testing. Pure. */
export function isCardTesting(scope: DeclineScope, { failed, succeeded }: Attempts): boolean {
  const threshold = declineThresholds[scope]
  const share = failed * 100
  return failed >= threshold.failed && share >= threshold.sharePercent * (failed + succeeded)
}

/** The first moment that counts. Pure. */
export const declineWindowStart = (now: Date): Date =>
  new Date(now.getTime() - declineWindowMinutes * 60_000)
