import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { refundOrder } from '../orders/commands/refund-order'
import { startCheckout } from '../orders/commands/start-checkout'
import { processCommand } from '../payments/commands/process-command/process-command'
import { expectInvariants, standing } from '../testing/books'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'

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
  options: { currency?: string; taxNumber?: string; amountMinor?: bigint } = {},
) {
  const currency = options.currency ?? 'EUR'
  const offering = await shop.course(options.amountMinor ?? 12_300n, currency)
  const result = await startCheckout(shop.deps, await shop.buyer(), {
    items: [{ purpose: 'access', offeringId: offering.id }],
    currency,
    buyer: { country, taxNumber: options.taxNumber ?? null },
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

  test('without a country, or where the country is not enough, there is no checkout', async () => {
    expect(await refusal(checkOut(null))).toBe('billing-country-missing')
    expect(await refusal(checkOut('US'))).toBe('tax-location-needed')
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
