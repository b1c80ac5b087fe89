import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import { startCheckout } from '../orders/commands/start-checkout'
import { processCommand } from '../payments/commands/process-command/process-command'
import { expectInvariants, standing } from '../testing/books'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { createCaller } from '../trpc/root'

let shop: Shop
beforeAll(async () => {
  shop = await createShop({ isStripeTaxOn: true })
  await shop.db.legalEntity.updateMany({
    data: { country: 'IE', exclusiveCurrencies: ['USD'] },
  })
})
afterAll(() => shop.close())
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

async function checkOut(
  country: string | null,
  options: {
    currency?: string
    taxNumber?: string
    amountMinor?: bigint
    region?: string
    postalCode?: string
  } = {},
) {
  const { currency = 'EUR', taxNumber = null, region, postalCode } = options
  const offering = await shop.course(options.amountMinor ?? 12_300n, currency)
  const result = await startCheckout(shop.deps, await shop.buyer(), {
    items: [{ purpose: 'access', offeringId: offering.id }],
    currency,
    buyer: { country, taxNumber, region, postalCode },
  })
  if (result.kind !== 'redirect') throw new Error('nothing to pay')
  return shop.db.order.findUniqueOrThrow({
    where: { id: result.orderId },
    include: { lines: true },
  })
}

async function buy(...args: Parameters<typeof checkOut>) {
  const order = await checkOut(...args)
  await shop.pay({ sessionId: order.checkoutSessionId ?? '' })
  await shop.settle()
  return order
}

const commandsOf = (orderId: string) =>
  shop.db.stripeCommand.findMany({
    where: { orderId, kind: { in: ['record_tax', 'reverse_tax'] } },
    orderBy: { createdAt: 'asc' },
  })

describe('37 Tax by Stripe', () => {
  test('the tax is asked for before the session, charged, posted and told of when paid', async () => {
    const order = await buy('DE', { currency: 'USD', amountMinor: 10_000n })
    expect(order).toMatchObject({ taxMinor: 1900n, totalMinor: 11_900n })
    expect(order.taxCalculationId).toMatch(/^taxcalc_/)
    expect(order.lines[0]).toMatchObject({
      taxRateBps: 1900,
      taxName: 'VAT',
      taxCountry: 'DE',
      taxReason: 'standard',
    })
    expect(await standing(shop, order.id)).toMatchObject({
      status: 'paid',
      review: null,
      ledger: { tax_payable: -1900, provider_payable: -7000 },
    })
    const [told, ...more] = await commandsOf(order.id)
    expect(more).toEqual([])
    expect(told).toMatchObject({ kind: 'record_tax', state: 'done' })
    const transaction = await shop.stripe.tax.transactions.retrieve(told?.resultId ?? '')
    const invoice = await shop.db.document.findFirstOrThrow({ where: { orderId: order.id } })
    expect(transaction).toMatchObject({ type: 'transaction', reference: invoice.reference })
  })

  test('a price that contains tax is paid as it is', async () => {
    const order = await buy('FI', { amountMinor: 12_550n })
    expect(order).toMatchObject({ taxMinor: 2550n, totalMinor: 12_550n })
    // The provider's share is of what is left without the tax.
    expect(await standing(shop, order.id)).toMatchObject({
      ledger: { tax_payable: -2550, provider_payable: -7000 },
    })
  })

  test('the United States and Canada are taxed by state or province and postal code', async () => {
    const inDollars = { currency: 'USD', amountMinor: 10_000n }
    const place = { region: 'NY', postalCode: '10001' }
    const order = await buy('US', { ...inDollars, ...place })
    expect(order).toMatchObject({
      taxMinor: 888n,
      buyerCountry: 'US',
      buyerRegion: 'NY',
      buyerPostalCode: '10001',
    })
    expect(order.lines[0]).toMatchObject({ taxName: 'Sales tax', taxRateBps: 888 })
    const quebec = await buy('CA', { ...inDollars, region: 'QC', postalCode: 'H2X 1Y4' })
    expect(quebec.lines[0]).toMatchObject({
      taxName: 'GST + QST',
      taxRateBps: 1498,
      taxMinor: 1498n,
      taxCountry: 'CA',
    })
    const oregon = await buy('US', { ...inDollars, region: 'OR', postalCode: '97712' })
    expect(oregon.lines[0]).toMatchObject({ taxMinor: 0n, taxReason: 'not_registered' })
  })

  test('a business abroad owes the tax itself', async () => {
    const order = await buy('DE', { taxNumber: 'DE136695976' })
    expect(order).toMatchObject({ taxMinor: 0n, totalMinor: 12_300n })
    expect(order.lines[0]).toMatchObject({ taxReason: 'reverse_charge' })
  })

  test('refunds are told of once each, also when they are sent again', async () => {
    const order = await buy('IE')
    const refund = async (amountMinor: bigint) => {
      await refundOrder(shop.deps, await shop.staff(), {
        orderId: order.id,
        requestId: shop.requestId(),
        reason: 'asked for it',
        lines: [{ orderLineId: order.lines[0]?.id ?? '', amountMinor }],
      })
      await shop.settle()
    }
    await refund(2300n)
    await refund(10_000n)
    const commands = await commandsOf(order.id)
    expect(commands.map((row) => [row.kind, row.state])).toEqual([
      ['record_tax', 'done'],
      ['reverse_tax', 'done'],
      ['reverse_tax', 'done'],
    ])
    expect(await standing(shop, order.id)).toMatchObject({ status: 'refunded' })
    const [, first] = commands
    const before = first?.resultId
    await shop.db.stripeCommand.update({ where: { id: first?.id }, data: { state: 'unknown' } })
    expect(await processCommand(shop.deps, first?.id ?? '')).toMatchObject({ state: 'done' })
    const again = await shop.db.stripeCommand.findUniqueOrThrow({ where: { id: first?.id } })
    expect(again.resultId).toBe(before)
  })

  test('while it is not known well enough where the buyer is there is no checkout', async () => {
    expect(await refusal(checkOut(null))).toBe('billing-country-missing')
    expect(await refusal(checkOut('US'))).toBe('billing-region-missing')
    expect(await refusal(checkOut('CA', { region: 'ON' }))).toBe('billing-postal-code-missing')
    // The procedure refuses it earlier; Stripe would in any case.
    const wrong = { region: 'NY', postalCode: 'none' }
    expect(await refusal(checkOut('US', wrong))).toBe('tax-location-needed')
  })

  test('what is missing is said in the quote, which bears no tax until then; it is kept', async () => {
    const buyer = await shop.buyer()
    const offering = await shop.course(10_000n, 'USD')
    const items = [{ purpose: 'access' as const, offeringId: offering.id }]
    const caller = createCaller({ actor: buyer, deps: shop.deps })
    const quote = async () => caller.orders.quote({ items, currency: 'USD' })
    await caller.orders.saveBuyer({ country: 'CA', taxNumber: null })
    expect(await quote()).toMatchObject({
      taxMinor: 0n,
      asksCountry: true,
      tax: {
        needsCountry: true,
        reason: 'country_unknown',
        missing: 'region',
        asked: { region: 'required', isPostalCodeAsked: true },
      },
    })
    const place = { region: 'ON', postalCode: 'k1a0b1' }
    await caller.orders.saveBuyer({ country: 'CA', taxNumber: null, ...place })
    expect(await quote()).toMatchObject({
      taxMinor: 1300n,
      tax: { missing: null, name: 'HST', region: 'ON', postalCode: 'K1A 0B1' },
    })
    const other = { country: 'CA', taxNumber: null, region: 'BC', postalCode: 'K1A 0B1' }
    await expect(caller.orders.saveBuyer(other)).rejects.toThrow('postal-code-invalid')
  })

  test('while Stripe does not answer nothing is sold without its tax', async () => {
    const offering = await shop.course(4900n)
    await shop.control.injectFault({
      pathPrefix: '/v1/tax/calculations',
      kind: 'server_error',
      times: 1,
    })
    const started = startCheckout(shop.impatient, await shop.buyer(), {
      items: [{ purpose: 'access', offeringId: offering.id }],
      currency: 'USD',
      buyer: { country: 'DE', taxNumber: null },
    })
    expect(await refusal(started)).toBe('tax-unavailable')
    expect(
      await shop.db.order.count({ where: { lines: { some: { offeringId: offering.id } } } }),
    ).toBe(0)
  })
})
