import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { notFound } from '../../shared/errors'
import { offsetOf, type Page } from '../../shared/pagination'
import type { PayoutsInput } from '../schema'
import type { PayoutReason, PayoutState } from '../states'

export type PayoutRow = {
  id: string
  number: number
  providerId: string
  provider: string
  currency: string
  amountMinor: bigint
  reversedMinor: bigint
  state: PayoutState
  reason: PayoutReason | null
  periodFrom: Date
  periodTo: Date
  sentAt: Date | null
  bankArrivesOn: Date | null
  createdAt: Date
}

const select = {
  id: true,
  number: true,
  providerId: true,
  provider: { select: { name: true } },
  currency: true,
  amountMinor: true,
  reversedMinor: true,
  state: true,
  reason: true,
  periodFrom: true,
  periodTo: true,
  sentAt: true,
  bankArrivesOn: true,
  createdAt: true,
} as const satisfies Prisma.PayoutSelect

const toRow = ({
  provider,
  reason,
  ...row
}: Prisma.PayoutGetPayload<{ select: typeof select }>): PayoutRow => ({
  ...row,
  provider: provider.name,
  // Written by the planner and by what follows Stripe, from the one list.
  reason: reason as PayoutReason | null,
})

/** Payouts to all providers or some, newest first unless asked otherwise; the search is for number or provider. */
export async function listPayouts(
  db: DbOrTx,
  livemode: boolean,
  visibleProviderIds: readonly string[] | null,
  input: PayoutsInput,
): Promise<Page<PayoutRow>> {
  const number = /^\d{1,9}$/.test(input.search ?? '') ? Number(input.search) : null
  const where: Prisma.PayoutWhereInput = {
    livemode,
    AND: [
      visibleProviderIds ? { providerId: { in: [...visibleProviderIds] } } : {},
      input.providerId ? { providerId: input.providerId } : {},
      input.search
        ? {
            OR: [
              { provider: { name: { contains: input.search, mode: 'insensitive' } } },
              ...(number === null ? [] : [{ number }]),
            ],
          }
        : {},
    ],
    ...(input.state && input.state.length > 0 ? { state: { in: input.state } } : {}),
  }
  const [rows, total] = await Promise.all([
    db.payout.findMany({
      where,
      select,
      orderBy: [{ [input.sort]: input.direction }, { id: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
    }),
    db.payout.count({ where }),
  ])
  return { rows: rows.map(toRow), total, page: input.page, pageSize: input.pageSize }
}

/** A part of a payout: a sale, or what was taken back of one since. It names no buyer. */
export type PayoutPart = {
  ledgerEntryId: bigint
  kind: string
  occurredAt: Date
  orderId: string | null
  orderNumber: number | null
  titles: string[]
  amountMinor: bigint
}

/** One payout with what it consists of; the parts add up to its amount. Throws `not_found`. */
export async function requirePayout(db: DbOrTx, payoutId: string) {
  const payout = await db.payout.findUnique({
    where: { id: payoutId },
    select: { ...select, accountId: true, stripeTransferId: true, bankPayoutId: true },
  })
  if (!payout) throw notFound('payout')
  const { accountId, stripeTransferId, bankPayoutId, ...row } = payout
  return {
    ...toRow(row),
    accountId,
    stripeTransferId,
    bankPayoutId,
    parts: await listParts(db, payoutId),
  }
}

async function listParts(db: DbOrTx, payoutId: string): Promise<PayoutPart[]> {
  return await db.$queryRaw<PayoutPart[]>`
    select p.ledger_entry_id as "ledgerEntryId", t.kind::text as kind, t.occurred_at as "occurredAt",
      o.id as "orderId", o.number as "orderNumber", p.amount_minor as "amountMinor",
      coalesce((select array_agg(l.title order by l.position) from order_lines l
        where l.order_id = o.id and l.provider_id = e.owner_id), '{}') as titles
    from payout_lines p
    join ledger_entries e on e.id = p.ledger_entry_id
    join ledger_transactions t on t.id = e.transaction_id
    left join orders o on o.id = t.order_id
    where p.payout_id = ${payoutId}::uuid
    order by t.occurred_at, p.ledger_entry_id`
}

/** What was done at Stripe for a payout, for staff. */
export const listPayoutCommands = (db: DbOrTx, payoutId: string) =>
  db.stripeCommand.findMany({
    where: { payoutId },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      kind: true,
      state: true,
      resultId: true,
      error: true,
      reason: true,
      createdAt: true,
    },
  })
