import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumMinor } from '../../payments/rules/facts'
import { taxRows } from '../../tax/rules/tax-rows'
import { follow, sale } from '../../testing/random-sales'
import { outstandingOf, totalsOf } from './document-lines'

const numRuns = 1000
/** On a machine that is busy with other tests they take several times as long. */
const timeout = 60_000

test(
  'lines, rates and totals of every document add up to the unit',
  () => {
    fc.assert(
      fc.property(sale, (of) => {
        for (const { lines } of follow(of).issued) {
          const totals = totalsOf(lines)
          expect(totals.netMinor + totals.taxMinor).toBe(totals.totalMinor)
          for (const line of lines) {
            expect(line.netMinor + line.taxMinor).toBe(line.grossMinor)
            expect(line.netMinor >= 0n && line.taxMinor >= 0n).toBe(true)
            if (line.taxRateBps === null) expect(line.taxMinor).toBe(0n)
            const added = of.isInclusive ? 0n : line.taxMinor
            expect(line.listMinor - line.discountMinor + added).toBe(line.grossMinor)
          }
          const rows = taxRows(lines)
          expect(rows.reduce((sum, row) => sum + row.taxMinor, 0n)).toBe(totals.taxMinor)
          const untaxed = lines.filter((line) => line.taxRateBps === null)
          const net = rows.reduce((sum, row) => sum + row.netMinor, 0n)
          expect(net + totalsOf(untaxed).netMinor).toBe(totals.netMinor)
        }
      }),
      { numRuns },
    )
  },
  timeout,
)

test(
  'credit notes never give back more than was invoiced, and in the end exactly what went back',
  () => {
    fc.assert(
      fc.property(sale, (of) => {
        const { sold, issued, keptMinor } = follow(of)
        for (const [index] of issued.entries()) {
          for (const line of sold) {
            const { grossMinor, taxMinor } = outstandingOf(
              issued.slice(0, index + 1),
              line.orderLineId,
            )
            expect(grossMinor >= 0n && grossMinor <= line.grossMinor).toBe(true)
            expect(taxMinor >= 0n && taxMinor <= line.taxMinor).toBe(true)
          }
        }
        const left = sold.map((line) => outstandingOf(issued, line.orderLineId))
        expect(left.reduce((sum, line) => sum + line.grossMinor, 0n)).toBe(keptMinor)
        for (const { grossMinor, taxMinor } of left)
          if (grossMinor === 0n) expect(taxMinor).toBe(0n)
      }),
      { numRuns },
    )
  },
  timeout,
)

test(
  'the tax of all documents is what the ledger owes the state, after refunds and disputes',
  () => {
    fc.assert(
      fc.property(sale, (of) => {
        const { sold, issued, posted } = follow(of)
        const documented = sold.reduce(
          (sum, line) => sum + outstandingOf(issued, line.orderLineId).taxMinor,
          0n,
        )
        const owed = posted
          .flatMap((posting) => posting.entries)
          .filter((entry) => entry.account === 'tax_payable')
        expect(documented).toBe(-sumMinor(owed))
      }),
      { numRuns },
    )
  },
  timeout,
)
