import fc from 'fast-check'
import type { SoldLine } from '../documents/rules/document-lines'
import { dueDocuments, type IssuedDocument } from '../documents/rules/due-documents'
import { allocateRefund } from '../payments/rules/allocate-refund'
import { derivePostings } from '../payments/rules/derive-postings'
import { type BalanceFact, type StripeFacts, sumMinor } from '../payments/rules/facts'
import type { Posting } from '../payments/rules/posting'
import { chargeStep } from '../shared/charge-step'
import { taxLines } from '../tax/rules/tax-lines'

const paidAt = new Date('2026-06-01T00:00:00Z')
const now = new Date('2026-07-01T00:00:00Z')
const currencies = ['USD', 'EUR', 'JPY', 'KWD', 'ISK'] as const

/** Several lines at one rate: an order has one, and one that was corrected later may show two. */
const group = fc.record({
  rateBps: fc.constantFrom(null, 500, 810, 1900, 2300, 2550),
  lines: fc.array(
    fc.record({
      steps: fc.bigInt({ min: 0n, max: 3000n }),
      discountPercent: fc.constantFrom(0n, 0n, 10n, 33n, 100n),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})
/** A sale and what comes back of it. */
export const sale = fc.record({
  currency: fc.constantFrom(...currencies),
  isInclusive: fc.boolean(),
  groups: fc.array(group, { minLength: 1, maxLength: 2 }),
  refunds: fc.array(
    fc.record({ percent: fc.bigInt({ min: 1n, max: 100n }), hasFailed: fc.boolean() }),
    { maxLength: 4 },
  ),
  dispute: fc.constantFrom(null, 'won' as const, 'lost' as const),
})
type Sale = typeof sale extends fc.Arbitrary<infer Value> ? Value : never

/** What was sold, with the tax that the rule puts on it. */
function soldBy({ currency, isInclusive, groups }: Sale): SoldLine[] {
  const step = chargeStep(currency)
  return groups.flatMap(({ rateBps, lines }, index) => {
    const priced = lines.map(({ steps, discountPercent }) => {
      const listMinor = steps * step
      const discountMinor = ((steps * discountPercent) / 100n) * step
      return { listMinor, discountMinor, amountMinor: listMinor - discountMinor }
    })
    const rate = { country: 'DE', region: null, name: 'VAT', validFrom: paidAt, validTo: null }
    const taxes = taxLines(priced, currency, {
      seller: {
        country: 'DE',
        registrations: [{ scheme: 'local', country: 'DE', validFrom: paidAt, validTo: null }],
      },
      buyer: { country: rateBps === null ? 'US' : 'DE', region: null, taxNumberStatus: 'none' },
      isInclusive,
      rates: rateBps === null ? [] : [{ ...rate, rateBps }],
      now,
    })
    return priced.map(({ listMinor, discountMinor }, at) => {
      const tax = taxes[at]
      if (!tax) throw new Error('a line without its tax')
      const { taxMinor, taxRateBps, taxName, taxCountry, reason, grossMinor } = tax
      return {
        orderLineId: `${index}-${at}`,
        title: 'A course',
        listMinor,
        discountMinor,
        taxMinor,
        taxRateBps,
        taxName,
        taxCountry,
        taxReason: reason,
        grossMinor,
      }
    })
  })
}

/** Documents and ledger of a sale, each step of its history followed at once. */
export function follow(of: Sale) {
  const sold = soldBy(of)
  const lines = sold.map(({ orderLineId: id, grossMinor: amountMinor, taxMinor }) => ({
    id,
    amountMinor,
    taxMinor,
    providerId: 'provider',
    shareBps: 7000,
    providerMinor: null,
  }))
  const totalMinor = sumMinor(lines)
  let moves = 0
  const move = (amountMinor: bigint): BalanceFact => {
    moves += 1
    const createdAt = new Date(paidAt.getTime() + moves * 1000)
    return { id: `txn_${moves}`, amountMinor, feeMinor: 0n, currency: of.currency, createdAt }
  }
  const facts: StripeFacts = { session: null, intent: null, charges: [], refunds: [], disputes: [] }
  const refunds: Parameters<typeof allocateRefund>[1][number][] = []
  let issued: IssuedDocument[] = []
  let posted: Posting[] = []
  const look = () => {
    const allocations = new Map(refunds.map((each) => [each.id, each.allocations]))
    const documents = dueDocuments({
      orderId: 'order',
      lines: sold,
      derived: { status: 'paid', paidMinor: totalMinor, paidAt },
      refunds: facts.refunds.map((row) => ({ ...row, allocations: allocations.get(row.id) ?? [] })),
      disputes: facts.disputes,
      issued,
      now,
    })
    issued = [...issued, ...documents]
    const fresh = derivePostings({ lines, facts, allocations, posted, isUnapplied: false, now })
    posted = [...posted, ...fresh]
  }
  if (totalMinor === 0n) {
    // Nothing was paid, and nothing can come back.
    return { sold, issued, posted, keptMinor: 0n }
  }
  const money = { currency: of.currency, createdAt: paidAt }
  facts.charges.push({
    ...money,
    id: 'ch',
    status: 'succeeded',
    amountMinor: totalMinor,
    failureCode: null,
    failureMessage: null,
    cardBrand: null,
    cardLast4: null,
    cardCountry: null,
    billingName: null,
    billingAddress: null,
    balance: move(totalMinor),
  })
  look()
  let keptMinor = totalMinor
  for (const { percent, hasFailed } of of.refunds) {
    const amountMinor = (keptMinor * percent) / 100n
    if (amountMinor === 0n) continue
    const id = `re_${refunds.length}`
    const allocations = allocateRefund(lines, refunds, amountMinor, [])
    const given = {
      ...money,
      id,
      chargeId: 'ch',
      amountMinor,
      status: 'succeeded',
      reason: null,
      commandId: null,
      balance: move(-amountMinor),
      failureBalance: null as BalanceFact | null,
    }
    facts.refunds.push(given)
    refunds.push({ id, status: 'succeeded', commandId: null, allocations })
    look()
    if (hasFailed) {
      Object.assign(given, { status: 'failed', failureBalance: move(amountMinor) })
      Object.assign(refunds.at(-1) ?? {}, { status: 'failed' })
      look()
    } else keptMinor -= amountMinor
  }
  if (of.dispute !== null && keptMinor > 0n) {
    const disputed = keptMinor
    facts.disputes.push({
      ...money,
      id: 'dp',
      chargeId: 'ch',
      amountMinor: disputed,
      status: of.dispute,
      reason: 'fraudulent',
      networkCode: null,
      evidenceDueBy: null,
      hasEvidence: false,
      submissions: 0,
      isLate: false,
      balances: of.dispute === 'won' ? [move(-disputed), move(disputed)] : [move(-disputed)],
    })
    look()
    if (of.dispute === 'lost') keptMinor = 0n
  }
  return { sold, issued, posted, keptMinor }
}
