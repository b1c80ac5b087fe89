import type { VoucherState } from './states'

/** For how many months after the purchase a voucher can be used. */
export const voucherMonths = 12

/** When a voucher ends, exclusive: the same day so many months later, or the last of a shorter month. Pure. */
export function voucherEnd(boughtAt: Date): Date {
  const [year, month] = [boughtAt.getUTCFullYear(), boughtAt.getUTCMonth() + voucherMonths]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const end = new Date(boughtAt)
  end.setUTCFullYear(year, month, Math.min(boughtAt.getUTCDate(), lastDay))
  return end
}

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
