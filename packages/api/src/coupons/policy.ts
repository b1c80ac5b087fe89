import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** A coupon gives money away: those who may give it back may do that, too. */
export const canEditCoupon = (actor: Actor): PolicyResult =>
  can(actor, 'coupon.edit') ? allowed : denied('not-allowed')
