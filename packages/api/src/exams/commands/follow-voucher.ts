import type { Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { voucherEnd, voucherFor } from '../rules/voucher'
import type { VoucherState } from '../states'

export type FollowedVoucher = {
  ownerId: string
  line: { id: string; offeringId: string }
  state: 'active' | 'suspended' | 'revoked'
  stateReason: string | null
}

/**
 * Makes an exam voucher stand as its order line does: made when the line is paid for the first time,
 * held or void with its money afterwards, until it is used. Returns whether something changed. Safe to
 * repeat.
 */
export async function followVoucher(
  tx: Tx,
  deps: Pick<Deps, 'clock'>,
  { ownerId, line, state, stateReason }: FollowedVoucher,
): Promise<boolean> {
  const now = deps.clock.now()
  if (state !== 'revoked') {
    const { count } = await tx.examVoucher.createMany({
      data: [
        {
          orderLineId: line.id,
          ownerId,
          offeringId: line.offeringId,
          state: voucherFor('available', state),
          stateReason,
          validUntil: voucherEnd(now),
          createdAt: now,
        },
      ],
      skipDuplicates: true,
    })
    if (count > 0) return true
  }
  const [voucher] = await tx.$queryRaw<{ id: string; state: VoucherState }[]>`
    select id, state from exam_vouchers where order_line_id = ${line.id}::uuid for no key update`
  if (!voucher) return false
  const next = voucherFor(voucher.state, state)
  if (next === voucher.state) return false
  await tx.examVoucher.update({
    where: { id: voucher.id },
    data: { state: next, stateReason },
    select: { id: true },
  })
  return true
}
