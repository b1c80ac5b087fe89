import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DocumentLine, outstandingOf, type SoldLine } from './document-lines'
import { type DocumentFacts, dueDocuments, type IssuedDocument } from './due-documents'

const now = new Date('2026-06-02T00:00:00Z')
const paidAt = new Date('2026-06-01T00:00:00Z')

const line = (id: string, grossMinor: bigint, rest: Partial<SoldLine> = {}): SoldLine => ({
  orderLineId: id,
  title: `Course ${id}`,
  listMinor: grossMinor,
  discountMinor: 0n,
  taxMinor: 0n,
  taxRateBps: null,
  taxName: null,
  taxCountry: null,
  taxReason: null,
  grossMinor,
  ...rest,
})

const paid = { status: 'paid', paidMinor: 3000n, paidAt } as const
const facts = (rest: Partial<DocumentFacts> = {}): DocumentFacts => ({
  orderId: 'order',
  lines: [line('a', 1000n), line('b', 2000n)],
  derived: paid,
  refunds: [],
  disputes: [],
  issued: [],
  now,
  ...rest,
})
const refund = (status: string, parts: Record<string, bigint>, id = 're_1') => ({
  id,
  status,
  createdAt: now,
  allocations: Object.entries(parts).map(([orderLineId, amountMinor]) => ({
    orderLineId,
    amountMinor,
  })),
})
const dispute = (status: string, amountMinor = 3000n) => ({
  id: 'du_1',
  status,
  amountMinor,
  createdAt: now,
})

/** Issues what is due until nothing is, and says what that was. */
function issue(...steps: Partial<DocumentFacts>[]) {
  let issued: IssuedDocument[] = []
  for (const step of steps) {
    issued = [...issued, ...dueDocuments(facts({ ...step, issued }))]
    expect(dueDocuments(facts({ ...step, issued }))).toEqual([])
  }
  return issued
}
const gross = (lines: readonly DocumentLine[]) => lines.map((row) => row.grossMinor)
const brief = (documents: readonly IssuedDocument[]) =>
  documents.map((row) => [row.cause, row.externalId, ...gross(row.lines)])

test('a paid order has one invoice for what was paid', () => {
  const [invoice, ...more] = issue({})
  expect(more).toEqual([])
  expect(invoice).toMatchObject({ kind: 'invoice', externalId: 'order', suppliedAt: paidAt })
  expect(gross(invoice?.lines ?? [])).toEqual([1000n, 2000n])
})

test.each([
  ['unpaid', { status: 'awaiting_payment', paidMinor: 0n, paidAt: null }],
  ['a wrong amount', { status: 'processing', paidMinor: 0n, paidAt: null }],
  ['bought before', { status: 'duplicate', paidMinor: 3000n, paidAt }],
  ['paid after it was cancelled', { status: 'cancelled', paidMinor: 3000n, paidAt }],
] as const)('no sale, no document: %s', (_, derived) => {
  expect(issue({ derived, refunds: [refund('succeeded', { a: 1000n })] })).toEqual([])
})

test('everything at once is numbered in the order in which it came to be', () => {
  const all = issue({ refunds: [refund('succeeded', { a: 400n })], disputes: [dispute('lost')] })
  expect(brief(all)).toEqual([
    ['sale', 'order', 1000n, 2000n],
    ['refund', 're_1:1', 400n],
    ['dispute_lost', 'du_1:1', 600n, 2000n],
  ])
})

test('a refund is credited when it has succeeded, and not before', () => {
  const pending = { refunds: [refund('pending', { b: 500n })] }
  expect(brief(issue({}, pending))).toHaveLength(1)
  const done = { refunds: [refund('succeeded', { b: 500n })] }
  expect(brief(issue({}, pending, done)).at(-1)).toEqual(['refund', 're_1:1', 500n])
})

test('a refund that fails afterwards is invoiced again, exactly, and can be made anew', () => {
  const first = refund('failed', { a: 1000n, b: 1n })
  const all = issue(
    { refunds: [{ ...first, status: 'succeeded' }] },
    { refunds: [first] },
    { refunds: [first, refund('succeeded', { a: 1000n }, 're_2')] },
  )
  expect(brief(all).slice(1)).toEqual([
    ['refund', 're_1:1', 1000n, 1n],
    ['refund_failed', 're_1:1', 1000n, 1n],
    ['refund', 're_2:1', 1000n],
  ])
})

test('a dispute that is lost, won on appeal and lost again', () => {
  const steps = ['lost', 'appeal_under_review', 'won', 'lost'].map((status) => ({
    disputes: [dispute(status)],
  }))
  expect(issue(...steps).map((row) => `${row.cause} ${row.externalId}`)).toEqual([
    'sale order',
    'dispute_lost du_1:1',
    'dispute_reinstated du_1:1',
    'dispute_lost du_1:2',
  ])
})

test('a refund that arrives while the dispute counts as lost is credited once that is won', () => {
  const pending = refund('pending', { a: 400n })
  const done = refund('succeeded', { a: 400n })
  const all = issue(
    { refunds: [pending], disputes: [dispute('lost')] },
    { refunds: [done], disputes: [dispute('lost')] },
    { refunds: [done], disputes: [dispute('won')] },
  )
  expect(brief(all).slice(1)).toEqual([
    ['dispute_lost', 'du_1:1', 1000n, 2000n],
    ['dispute_reinstated', 'du_1:1', 1000n, 2000n],
    ['refund', 're_1:1', 400n],
  ])
})

test('a refund that fails after the dispute was lost leaves the rest to the dispute', () => {
  const parts = { a: 1000n }
  const lost = { disputes: [dispute('lost')] }
  const all = issue(
    { refunds: [refund('succeeded', parts)] },
    { refunds: [refund('succeeded', parts)], ...lost },
    { refunds: [refund('failed', parts)], ...lost },
    { refunds: [refund('failed', parts)], disputes: [dispute('won')] },
  )
  expect(brief(all).slice(1)).toEqual([
    ['refund', 're_1:1', 1000n],
    ['dispute_lost', 'du_1:1', 2000n],
    ['refund_failed', 're_1:1', 1000n],
    ['dispute_lost', 'du_1:2', 1000n],
    ['dispute_reinstated', 'du_1:1', 2000n],
    ['dispute_reinstated', 'du_1:2', 1000n],
  ])
})

test('nothing is credited beyond what was invoiced', () => {
  const all = issue({
    refunds: [refund('succeeded', { a: 1000n, b: 2000n }), refund('succeeded', { a: 5n }, 're_2')],
    disputes: [dispute('lost')],
  })
  expect(all.map((row) => row.cause)).toEqual(['sale', 'refund'])
})

test('what two refunds give back beyond a line is credited on the others', () => {
  const all = issue({
    refunds: [refund('succeeded', { a: 400n, b: 600n }), refund('succeeded', { a: 1000n }, 're_2')],
  })
  expect(all.map((row) => gross(row.lines))).toEqual([
    [1000n, 2000n],
    [400n, 600n],
    [600n, 400n],
  ])
})

test('the tax of the parts of a line sums to the tax of the line', () => {
  const lines = [line('a', 1000n, { taxMinor: 160n, taxRateBps: 1900 })]
  const parts = [333n, 333n, 334n].map((part, index) =>
    refund('succeeded', { a: part }, `re_${index}`),
  )
  const [sale, ...credits] = issue({ lines, refunds: parts })
  expect(sale?.lines[0]).toMatchObject({ netMinor: 840n, taxMinor: 160n })
  const taxes = credits.map((row) => row.lines[0]?.taxMinor ?? 0n)
  expect(taxes.reduce((sum, tax) => sum + tax, 0n)).toBe(160n)
  for (const { lines: rows } of credits) {
    expect(rows[0]?.netMinor).toBe((rows[0]?.grossMinor ?? 0n) - (rows[0]?.taxMinor ?? 0n))
  }
})

test('a discount is on the invoice and on the credit note of the whole line', () => {
  const lines = [line('a', 800n, { listMinor: 1000n, discountMinor: 200n })]
  const [sale, credit] = issue({ lines, refunds: [refund('succeeded', { a: 800n })] })
  expect(sale?.lines[0]).toMatchObject({ listMinor: 1000n, discountMinor: 200n, grossMinor: 800n })
  expect(credit?.lines[0]).toEqual(sale?.lines[0])
})

/** When a refund arrives and when it comes back, in steps; it does neither when that is too late. */
const fate = fc.record({ arrives: fc.nat(9), fails: fc.nat(9) })
const statusAt = ({ arrives, fails }: { arrives: number; fails: number }, at: number): string =>
  at >= fails ? 'failed' : at >= arrives ? 'succeeded' : 'pending'
const disputeStatus = fc.constantFrom('needs_response', 'lost', 'appeal_under_review', 'won')

test('whatever happens, in whatever order, the documents come to what was kept', () => {
  const parts: Record<string, bigint>[] = [{ a: 999n }, { a: 1n, b: 700n }, { b: 1300n }]
  const fates = fc.tuple(fate, fate, fate)
  fc.assert(
    fc.property(fates, fc.array(disputeStatus), fc.nat(3), (refunds, disputes, undisputed) => {
      const steps = Array.from({ length: undisputed + disputes.length + 1 }, (_, at) => {
        const status = disputes[at - undisputed - 1]
        return {
          refunds: refunds.map((one, index) =>
            refund(statusAt(one, at), parts[index] ?? {}, `re_${index}`),
          ),
          disputes: status ? [dispute(status)] : [],
        }
      })
      const lines = [
        line('a', 1000n, { taxMinor: 187n, taxRateBps: 2300 }),
        line('b', 2000n, { taxMinor: 333n, taxRateBps: 2000 }),
      ]
      const documents = issue(...steps.map((step) => ({ lines, ...step })))
      for (const { grossMinor: total, taxMinor, orderLineId } of lines) {
        const left = outstandingOf(documents, orderLineId)
        expect(left.taxMinor).toBe(taxMinor - (taxMinor * (total - left.grossMinor)) / total)
      }
      expect(documents.flatMap((row) => row.lines).every((row) => row.taxMinor >= 0n)).toBe(true)
      const last = steps.at(-1)
      const kept =
        outstandingOf(documents, 'a').grossMinor + outstandingOf(documents, 'b').grossMinor
      const back = (last?.refunds ?? [])
        .filter((row) => row.status === 'succeeded')
        .flatMap((row) => row.allocations)
        .reduce((sum, part) => sum + part.amountMinor, 0n)
      const [end] = last?.disputes ?? []
      if (end?.status === 'lost') expect(kept).toBe(0n)
      if (!end || end.status === 'won') expect(kept).toBe(3000n - back)
    }),
    { numRuns: 500 },
  )
})
