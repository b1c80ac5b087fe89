export const payoutStates = ['due', 'blocked', 'sent', 'paid', 'failed', 'cancelled'] as const
export type PayoutState = (typeof payoutStates)[number]

export const accountStates = ['onboarding', 'ready', 'restricted', 'deauthorized'] as const
export type AccountState = (typeof accountStates)[number]

/** Why a payout waits (`balance`), or cannot be sent. */
export const payoutReasons = [
  'no-account',
  'onboarding',
  'restricted',
  'deauthorized',
  'refused',
  'balance',
  'bank-refused',
] as const
export type PayoutReason = (typeof payoutReasons)[number]
