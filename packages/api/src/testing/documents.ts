import { expect } from 'vitest'
import { sumMinor } from '../payments/rules/facts'
import type { World } from './world'

/** The numbers of every series of documents run from one to the last, without a gap. */
export async function expectNoGaps({ db }: Pick<World, 'db'>): Promise<void> {
  const series = await db.documentSeries.findMany()
  for (const { legalEntityId, kind, livemode, lastNumber } of series) {
    const rows = await db.document.findMany({
      where: { legalEntityId, kind, livemode },
      orderBy: { number: 'asc' },
      select: { number: true, issuedAt: true },
    })
    expect(rows.map((row) => row.number)).toEqual(
      Array.from({ length: lastNumber }, (_, index) => index + 1),
    )
    const times = rows.map((row) => row.issuedAt.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
  }
}

/**
 * What documents say of an order is what became of its money: one invoice for a sale and none
 * without, and all documents together come to what was paid and neither given back nor lost.
 */
export async function expectDocuments(
  { db }: Pick<World, 'db'>,
  order: {
    id: string
    status: string
    totalMinor: bigint
    isSale: boolean
    refunds: readonly { status: string; amountMinor: bigint }[]
    disputes: readonly { status: string; amountMinor: bigint }[]
  },
): Promise<void> {
  const documents = await db.document.findMany({ where: { orderId: order.id } })
  const sales = documents.filter((row) => row.cause === 'sale')
  expect(sales.map((row) => row.totalMinor)).toEqual(order.isSale ? [order.totalMinor] : [])
  if (!order.isSale) {
    expect(documents).toEqual([])
    return
  }
  const back = sumMinor([
    ...order.refunds.filter((row) => row.status === 'succeeded'),
    ...order.disputes.filter((row) => row.status === 'lost'),
  ])
  const sum = (kind: string) =>
    documents.reduce((total, row) => total + (row.kind === kind ? row.totalMinor : 0n), 0n)
  const left = order.totalMinor - back
  expect(sum('invoice') - sum('credit_note'), `documents of ${order.id}`).toBe(
    left > 0n ? left : 0n,
  )
}
