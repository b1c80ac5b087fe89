import type { Prisma } from '@archway/db/generated/client'
import type { LineUse } from '../../payments/rules/refund-promise'
import { countSeats } from '../../seats/rules/seat-counts'

/** What of a line's seats, gift or voucher tells whether it was used: to be read with the line. */
export const usedParts = {
  offering: { select: { kind: true } },
  seatPool: {
    select: {
      quantity: true,
      refundedSeats: true,
      assignments: { select: { slot: true, state: true, claimedAt: true } },
    },
  },
  gift: { select: { state: true } },
  examVoucher: { select: { state: true } },
} as const satisfies Prisma.OrderLineInclude

type UsedLine = Prisma.OrderLineGetPayload<{ include: typeof usedParts }>

/** What became of what a line bought, as the refund promise asks. Nothing was used before it is there. */
export function useOf(line: UsedLine): LineUse {
  const { purpose, quantity, seatPool, gift, examVoucher, offering } = line
  switch (purpose) {
    case 'access':
      return { purpose, isMembership: offering.kind === 'membership' }
    case 'seats': {
      const refundedSeats = seatPool?.refundedSeats ?? 0
      const unused = seatPool ? countSeats(seatPool, seatPool.assignments).unused : quantity
      return { purpose, quantity, refundedSeats, unused }
    }
    case 'gift':
      return { purpose, isClaimed: gift?.state === 'claimed' }
    case 'exam_attempt':
      return { purpose, isUsed: examVoucher?.state === 'used' }
  }
}
