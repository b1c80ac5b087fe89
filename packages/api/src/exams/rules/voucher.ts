import type { VoucherState } from '../states'
import { monthsLater } from './months-later'

/** For how many months after the purchase a voucher can be used. */
export const voucherMonths = 12

/** When a voucher ends, exclusive: the same day so many months later, or the last of a shorter month. Pure. */
export const voucherEnd = (boughtAt: Date): Date => monthsLater(boughtAt, voucherMonths)

/**
 * What a voucher is when its order line stands as given: held while the payment is disputed, void when
 * it went back. One that was used stays used, whatever becomes of its money. Pure.
 */
export function voucherFor(
  state: VoucherState,
  wished: 'active' | 'suspended' | 'revoked',
): VoucherState {
  if (state === 'used') return 'used'
  if (wished === 'revoked') return 'void'
  if (wished === 'suspended') return 'held'
  return state === 'reserved' ? 'reserved' : 'available'
}

/** What somebody can do with a voucher at a moment. Pure. */
export const isUsable = (voucher: { state: VoucherState; validUntil: Date }, now: Date): boolean =>
  voucher.state === 'available' && voucher.validUntil.getTime() > now.getTime()
