import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Fixture, startFixture } from './testing/fixture'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
  await fixture.control.pauseDeliveries()
})
afterAll(() => fixture.stop())

const line = {
  amount: 10_000,
  reference: '0',
  tax_behavior: 'exclusive' as const,
  tax_code: 'txcd_20060058',
}
const calculate = (country: string, lineItems = [line], place: Record<string, string> = {}) =>
  fixture.stripe.tax.calculations.create({
    currency: 'eur',
    customer_details: { address: { country, ...place }, address_source: 'billing' },
    line_items: lineItems,
  })

test('tax is worked out by line, at the rate of the country', async () => {
  const inclusive = { ...line, amount: 12_300, reference: '1', tax_behavior: 'inclusive' as const }
  const calculation = await calculate('IE', [line, inclusive as unknown as typeof line])
  expect(calculation).toMatchObject({
    amount_total: 24_600,
    tax_amount_exclusive: 2300,
    tax_amount_inclusive: 2300,
    tax_breakdown: [{ taxability_reason: 'standard_rated' }],
  })
  const { data } = await fixture.stripe.tax.calculations.listLineItems(calculation.id ?? '')
  expect(data.map((item) => [item.reference, item.amount_tax])).toEqual([
    ['0', 2300],
    ['1', 2300],
  ])
})

test('where the account is not registered nothing is collected', async () => {
  const { tax_breakdown: breakdown } = await calculate('BR')
  expect(breakdown).toMatchObject([{ amount: 0, taxability_reason: 'not_collecting' }])
})

test('a sale is told of once, and no more taken back than was sold', async () => {
  const { id } = await calculate('DE')
  const tell = () =>
    fixture.stripe.tax.transactions.createFromCalculation({
      calculation: id ?? '',
      reference: 'INV-1',
    })
  const sale = await tell()
  await expect(tell()).rejects.toMatchObject({ code: 'resource_already_exists' })
  const takeBack = (reference: string, amount: number) =>
    fixture.stripe.tax.transactions.createReversal({
      mode: 'partial',
      original_transaction: sale.id,
      reference,
      flat_amount: -amount,
    })
  const reversal = await takeBack('CN-1', 11_000)
  expect(reversal).toMatchObject({ type: 'reversal', reversal: { original_transaction: sale.id } })
  await expect(takeBack('CN-2', 901)).rejects.toMatchObject({ param: 'flat_amount' })
  expect(await takeBack('CN-2', 900)).toMatchObject({ reference: 'CN-2' })
})

test('what it does not know is refused', async () => {
  const wrong = { ...line, tax_code: 'courses' }
  await expect(calculate('IE', [wrong])).rejects.toMatchObject({ statusCode: 400 })
  const unknown = { ...line, product: 'prod_1' }
  await expect(calculate('IE', [unknown])).rejects.toMatchObject({ code: 'parameter_unknown' })
})

test.each([
  ['US', {}],
  ['US', { state: 'NY' }],
  ['US', { state: 'NY', postal_code: '1000' }],
  ['CA', {}],
  ['CA', { postal_code: '12345' }],
])('%s with %o is not enough to work out tax', async (country, place) => {
  await expect(calculate(country, [line], place)).rejects.toMatchObject({
    code: 'customer_tax_location_invalid',
  })
})

test.each([
  ['US', { postal_code: '10001' }, 888, ['4.0', '4.5', '0.375']],
  ['US', { state: 'OR', postal_code: '97712-4918' }, 0, ['0.0']],
  ['CA', { state: 'ON' }, 1300, ['13.0']],
  ['CA', { postal_code: 'H2X 1Y4' }, 1498, ['5.0', '9.975']],
])('%s with %o is taxed by all who tax there', async (country, place, amount, percents) => {
  const calculation = await calculate(country, [line], place as Record<string, string>)
  expect(calculation.tax_amount_exclusive).toBe(amount)
  const breakdown = calculation.tax_breakdown
  expect(breakdown.map((row) => row.tax_rate_details.percentage_decimal)).toEqual(percents)
  expect(breakdown.reduce((sum, row) => sum + row.amount, 0)).toBe(amount)
})
