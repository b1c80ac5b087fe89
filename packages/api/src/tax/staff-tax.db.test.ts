import { afterAll, beforeAll, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import { startCheckout } from '../orders/commands/start-checkout'
import { sumMinor } from '../payments/rules/facts'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { collectTax } from '../testing/tax'
import { saveRate } from './commands/save-rate'
import { saveRegistration } from './commands/save-registration'
import { getPlaceEvidence } from './reads/place-evidence'
import { getTaxReport } from './reads/tax-report'
import { taxRateInput, taxRegistrationInput } from './schema'

let shop: Shop
beforeAll(async () => {
  shop = await createShop()
  await collectTax(shop.db)
})
afterAll(() => shop.close())

const rate = (rest: Record<string, unknown> = {}) =>
  taxRateInput.parse({
    country: 'XK',
    name: 'VAT',
    percent: '18',
    validFrom: '2026-01-01',
    sourceUrl: 'https://example.test/rates',
    verifiedOn: '2026-05-01',
    ...rest,
  })

test('a rate is entered, changed and ended, each in the audit log', async () => {
  const actor = await shop.staff()
  const { id } = await saveRate(shop.deps, actor, rate())
  await saveRate(shop.deps, actor, rate({ id, percent: '18.5', validTo: '2026-07-01' }))
  await saveRate(shop.deps, actor, rate({ percent: '20', validFrom: '2026-07-01' }))
  const rates = await shop.db.taxRate.findMany({
    where: { country: 'XK' },
    orderBy: { rateBps: 'asc' },
  })
  expect(rates.map((row) => row.rateBps)).toEqual([1850, 2000])
  const audit = await shop.db.auditEntry.findMany({ where: { entityType: 'tax-rate' } })
  expect(audit.map((row) => row.action)).toEqual([
    'tax-rate.create',
    'tax-rate.update',
    'tax-rate.create',
  ])
})

test('a place has one rate at a time', async () => {
  const twice = saveRate(shop.deps, await shop.staff(), rate({ country: 'DE' }))
  expect(await refusal(twice)).toBe('tax-rate-overlaps')
  const ofRegion = rate({ country: 'DE', region: 'BY' })
  expect(await refusal(saveRate(shop.deps, await shop.staff(), ofRegion))).toBe('allowed')
})

test('a registration is for one country, or for the Union at one of its states', async () => {
  const actor = await shop.staff()
  const entity = await shop.db.legalEntity.findFirstOrThrow({ where: { isDefault: true } })
  const input = (scheme: string, country: string) =>
    taxRegistrationInput.parse({
      legalEntityId: entity.id,
      scheme,
      country,
      validFrom: '2026-01-01',
    })
  const save = (scheme: string, country: string) =>
    refusal(saveRegistration(shop.deps, actor, input(scheme, country)))
  expect(await save('oss', 'GB')).toBe('oss-outside-union')
  expect(await save('local', 'NO')).toBe('allowed')
  expect(await save('local', 'NO')).toBe('tax-registration-overlaps')
})

test('where parts of a country have rates of their own, the part is asked for and decides', async () => {
  const { id: legalEntityId } = await shop.db.legalEntity.findFirstOrThrow()
  const validFrom = new Date('2020-01-01')
  await shop.db.taxRegistration.create({
    data: { legalEntityId, scheme: 'local', country: 'CA', validFrom },
  })
  for (const [region, percent] of [
    ['', '5'],
    ['ON', '13'],
  ]) {
    await saveRate(
      shop.deps,
      await shop.staff(),
      rate({ country: 'CA', name: 'GST', region, percent }),
    )
  }
  const buy = async (region: string | null) => {
    const offering = await shop.course(10_000n, 'USD')
    const result = await startCheckout(shop.deps, await shop.buyer(), {
      items: [{ purpose: 'access', offeringId: offering.id }],
      currency: 'USD',
      buyer: { country: 'CA', taxNumber: null, region },
    })
    if (result.kind !== 'redirect') throw new Error('nothing to pay')
    return shop.db.order.findUniqueOrThrow({ where: { id: result.orderId } })
  }
  expect(await refusal(buy(null))).toBe('billing-region-missing')
  expect(await buy('ON')).toMatchObject({ taxMinor: 1300n, buyerRegion: 'ON' })
  expect(await buy('BC')).toMatchObject({ taxMinor: 500n, buyerRegion: 'BC' })
})

test('who may not edit tax does not', async () => {
  expect(await refusal(saveRate(shop.deps, await shop.buyer(), rate()))).toBe('not-allowed')
})

test('the report adds up to the account of tax, by country and rate', async () => {
  const buy = async (country: string, amountMinor: bigint) => {
    const offering = await shop.course(amountMinor, 'EUR')
    const result = await startCheckout(shop.deps, await shop.buyer(), {
      items: [{ purpose: 'access', offeringId: offering.id }],
      currency: 'EUR',
      buyer: { country, taxNumber: null },
    })
    if (result.kind !== 'redirect') throw new Error('nothing to pay')
    const order = await shop.db.order.findUniqueOrThrow({ where: { id: result.orderId } })
    await shop.pay({ sessionId: order.checkoutSessionId ?? '' })
    await shop.settle()
    return order.id
  }
  await buy('IE', 12_300n)
  await buy('IE', 999n)
  await buy('FI', 5000n)
  await buy('US', 5000n)
  const back = await buy('FI', 7777n)
  await refundOrder(shop.deps, await shop.staff(), {
    orderId: back,
    requestId: shop.requestId(),
    reason: 'asked for it',
  })
  await shop.settle()
  const ever = { from: new Date('2020-01-01'), to: new Date('2100-01-01') }
  const { rows, sums } = await getTaxReport(shop.db, false, ever)
  expect(rows.map((row) => [row.country, row.rateBps, row.netMinor, row.taxMinor])).toEqual([
    ['FI', 2550, 3984n, 1016n],
    ['IE', 2300, 10_812n, 2487n],
    ['US', null, 5000n, 0n],
  ])
  expect(sums).toEqual([
    { currency: 'EUR', netMinor: 19_796n, taxMinor: 3503n, ledgerMinor: 3503n },
  ])
  // The cards of the local Stripe are from the United States; nobody told where the network was.
  const evidence = await getPlaceEvidence(shop.db, false, ever)
  expect(evidence.counts).toEqual({ agrees: 1, contradicts: 4, single: 0 })
  expect(evidence.doubtful).toHaveLength(4)
  await shop.db.order.update({ where: { id: back }, data: { ipCountry: 'FI' } })
  const better = await getPlaceEvidence(shop.db, false, ever)
  expect(better.counts).toEqual({ agrees: 2, contradicts: 3, single: 0 })
  expect(better.doubtful.map((row) => row.orderId)).not.toContain(back)
  const entries = await shop.db.ledgerEntry.findMany({ where: { account: 'tax_payable' } })
  expect(-sumMinor(entries)).toBe(3503n)
})
