import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { searchedOrderNumber } from '../../orders/rules/searched-order-number'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { offsetOf, type Page } from '../../shared/pagination'
import { can } from '../../shared/permissions'
import { canChangeGift } from '../policy'
import type { AdminGiftsInput } from '../schema'
import type { GiftStanding, GiftState } from '../states'

const person = { select: { id: true, name: true, email: true } } as const

const select = {
  id: true,
  recipientEmail: true,
  recipientName: true,
  deliverAt: true,
  state: true,
  standing: true,
  standingReason: true,
  sends: true,
  sentAt: true,
  claimedAt: true,
  createdAt: true,
  buyer: person,
  claimedBy: person,
  offering: { select: { id: true, title: true } },
  orderLine: { select: { order: { select: { id: true, number: true } } } },
} as const satisfies Prisma.GiftSelect

type Row = Prisma.GiftGetPayload<{ select: typeof select }>
type Person = { id: string; name: string | null; email: string }

/** A gift with who gave it, whom it is for and who has it. The words in it stay between those two. */
export type AdminGift = {
  id: string
  buyer: Person
  claimedBy: Person | null
  recipientEmail: string
  recipientName: string | null
  offering: { id: string; title: string }
  order: { id: string; number: number }
  state: GiftState
  standing: GiftStanding
  standingReason: string | null
  deliverAt: Date
  sends: number
  sentAt: Date | null
  claimedAt: Date | null
  createdAt: Date
}

const toAdminGift = ({ orderLine, ...gift }: Row): AdminGift => ({
  ...gift,
  order: orderLine.order,
})

const orderings = {
  createdAt: (direction) => ({ createdAt: direction }),
  deliverAt: (direction) => ({ deliverAt: direction }),
  recipient: (direction) => ({ recipientEmail: direction }),
} satisfies Record<
  AdminGiftsInput['sort'],
  (direction: 'asc' | 'desc') => Prisma.GiftOrderByWithRelationInput
>

function matching(search: string): Prisma.GiftWhereInput[] {
  const contains = { contains: search, mode: 'insensitive' as const }
  const number = searchedOrderNumber(search)
  return [
    ...(number === null ? [] : [{ orderLine: { order: { number } } }]),
    { recipientEmail: contains },
    { recipientName: contains },
    { buyer: { email: contains } },
    { buyer: { name: contains } },
    { offering: { title: contains } },
  ]
}

/** Gifts for staff: searched, filtered, sorted and paged by the database. */
export async function listAdminGifts(db: DbOrTx, input: AdminGiftsInput): Promise<Page<AdminGift>> {
  const { userId } = input
  const where: Prisma.GiftWhereInput = {
    state: input.state,
    standing: input.standing,
    AND: [
      userId ? { OR: [{ buyerId: userId }, { claimedById: userId }] } : {},
      input.search ? { OR: matching(input.search) } : {},
    ],
  }
  const [rows, total] = await Promise.all([
    db.gift.findMany({
      where,
      select,
      orderBy: [orderings[input.sort](input.direction), { id: 'desc' }],
      skip: offsetOf(input),
      take: input.pageSize,
    }),
    db.gift.count({ where }),
  ])
  return { rows: rows.map(toAdminGift), total, page: input.page, pageSize: input.pageSize }
}

/** One gift for staff, with what was done to it, and whether this member of staff may mail it again. */
export async function requireAdminGift(db: DbOrTx, actor: Actor, giftId: string) {
  const row = await db.gift.findUnique({ where: { id: giftId }, select })
  if (!row) throw notFound('gift')
  const [audit, mails] = await Promise.all([
    db.auditEntry.findMany({
      where: { entityType: 'gift', entityId: giftId },
      orderBy: { id: 'desc' },
      take: 100,
      select: { id: true, at: true, actorName: true, action: true, reason: true },
    }),
    db.mailMessage.findMany({
      where: { key: { startsWith: `gift:${giftId}:` } },
      orderBy: { createdAt: 'asc' },
      select: { id: true, recipient: true, createdAt: true, sentAt: true, lastError: true },
    }),
  ])
  return {
    ...toAdminGift(row),
    mails,
    audit: audit.map(({ id, ...entry }) => ({ ...entry, id: id.toString() })),
    may: { send: can(actor, 'gift.edit') && canChangeGift(row).ok },
  }
}
