import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import type Stripe from 'stripe'
import { z } from 'zod'
import { mailStaff } from '../../notifications/commands'
import { adminLink } from '../../notifications/rules'
import type { Deps } from '../../shared/deps'
import { storeSums } from '../rules/book-sums'
import {
  type BookKind,
  compareBooks,
  type Movement,
  type StripeMovement,
} from '../rules/compare-books'

/** What is younger may still be on its way into the ledger. */
const settlingSeconds = 15 * 60

type CheckDeps = Pick<Deps, 'db' | 'clock' | 'stripe' | 'livemode' | 'appUrl' | 'logger'>

/**
 * Compares the ledger with Stripe's balance transactions, from where the last check ended or from the
 * oldest difference that it found, until a quarter of an hour ago, and writes down what came of it.
 * Whoever may read the ledger gets a mail, one a day, when there are differences. Safe to repeat:
 * nothing of the books is changed. Returns how many differences there are; null when there was no
 * period to look at.
 */
export async function checkBooks(deps: CheckDeps): Promise<number | null> {
  const ranAt = deps.clock.now()
  const period = await nextPeriod(deps, ranAt)
  if (!period) return null
  const stripe = await listMovements(deps, period)
  const ledger = await readLedger(deps.db, deps.livemode, period)
  const accepted = await deps.db.acceptedDifference.findMany({ where: { livemode: deps.livemode } })
  const { differences, sums } = compareBooks(stripe, ledger, accepted)
  const orders = await ordersOf(deps.db, differences)
  await deps.db.$transaction(async (tx) => {
    await tx.bookCheck.create({
      data: {
        livemode: deps.livemode,
        periodStart: period.start,
        periodEnd: period.end,
        ranAt,
        compared: stripe.length,
        sums: storeSums(sums),
        differences: {
          createMany: {
            data: differences.map(({ paymentIntentId, orderId, ...row }) => ({
              ...row,
              orderId: orders.get(orderId ?? '') ?? orders.get(paymentIntentId ?? '') ?? null,
            })),
          },
        },
      },
    })
    if (differences.length > 0) await warn(tx, deps, differences.length, ranAt)
  })
  if (differences.length > 0) {
    deps.logger.error({ count: differences.length, ...period }, 'the ledger differs from Stripe')
  }
  return differences.length
}

type Period = { start: Date; end: Date }

async function nextPeriod({ db, livemode }: CheckDeps, now: Date): Promise<Period | null> {
  const end = new Date(now.getTime() - settlingSeconds * 1000)
  const last = await db.bookCheck.findFirst({
    where: { livemode },
    orderBy: [{ periodEnd: 'desc' }, { id: 'desc' }],
    select: {
      periodEnd: true,
      differences: { orderBy: { occurredAt: 'asc' }, take: 1, select: { occurredAt: true } },
    },
  })
  const first = await db.order.aggregate({ where: { livemode }, _min: { createdAt: true } })
  // Stripe's times have whole seconds.
  const start = last?.differences[0]?.occurredAt ?? last?.periodEnd ?? first._min.createdAt
  if (!start) return null
  const whole = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000)
  return whole(start) < whole(end) ? { start: whole(start), end: whole(end) } : null
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1000)

/** Every balance transaction of the period, to the last page. */
async function listMovements({ stripe }: CheckDeps, period: Period): Promise<StripeMovement[]> {
  const rows: StripeMovement[] = []
  const list = stripe.balanceTransactions.list({
    created: { gte: seconds(period.start), lt: seconds(period.end) },
    expand: ['data.source'],
    limit: 100,
  })
  for await (const row of list) rows.push(toStripeMovement(row))
  return rows
}

/** What charges, refunds and disputes say of where they belong; metadata can be written by anybody. */
const sourceSchema = z.object({
  payment_intent: z.string().nullish().catch(null),
  metadata: z.object({ order_id: z.uuid().nullish().catch(null) }).nullish(),
})

function toStripeMovement(row: Stripe.BalanceTransaction): StripeMovement {
  const source = sourceSchema.safeParse(row.source).data
  return {
    id: row.id,
    category: row.reporting_category,
    sourceId: typeof row.source === 'string' ? row.source : (row.source?.id ?? null),
    netMinor: BigInt(row.net),
    currency: row.currency.toUpperCase(),
    createdAt: new Date(row.created * 1000),
    orderId: source?.metadata?.order_id ?? null,
    paymentIntentId: source?.payment_intent ?? null,
  }
}

/** What the ledger has moved on the Stripe balance, object by object; a charge or dispute with its fee. */
async function readLedger(db: DbOrTx, livemode: boolean, period: Period): Promise<Movement[]> {
  const kind = Prisma.sql`case t.kind::text
    when 'charge_fee' then 'charge'
    when 'dispute_fee' then 'dispute'
    when 'dispute_reversal' then 'dispute'
    when 'adjustment' then 'other'
    else t.kind::text end`
  return await db.$queryRaw<(Movement & { kind: BookKind })[]>`
    select ${kind} as kind, t.external_id as "externalId", e.currency,
      sum(e.amount_minor)::bigint as "amountMinor", min(t.occurred_at) as "occurredAt",
      min(t.order_id::text) as "orderId", null as "paymentIntentId"
    from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
    where e.account = 'stripe_balance' and t.livemode = ${livemode}
      and t.occurred_at >= ${period.start} and t.occurred_at < ${period.end}
    group by 1, 2, 3`
}

/** Our orders among those that differences name, by their ids and by those of their payments. */
async function ordersOf(
  db: DbOrTx,
  rows: readonly Pick<Movement, 'orderId' | 'paymentIntentId'>[],
): Promise<Map<string, string>> {
  const orders = await db.order.findMany({
    where: {
      OR: [
        { id: { in: rows.flatMap((row) => row.orderId ?? []) } },
        { paymentIntentId: { in: rows.flatMap((row) => row.paymentIntentId ?? []) } },
      ],
    },
    select: { id: true, paymentIntentId: true },
  })
  return new Map(
    orders.flatMap(({ id, paymentIntentId }) => [
      [id, id],
      [paymentIntentId ?? id, id],
    ]),
  )
}

const warn = (tx: DbOrTx, { appUrl }: CheckDeps, count: number, now: Date): Promise<void> =>
  mailStaff(tx, 'ledger.read', {
    key: `books-differ:${now.toISOString().slice(0, 10)}`,
    template: 'books-differ',
    params: (name) => ({ name, count, url: adminLink(appUrl, '/admin/money') }),
  })
