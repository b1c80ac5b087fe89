import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { reissueInvoice } from '../documents/commands/reissue-invoice'
import { saveBilling } from '../documents/commands/save-billing'
import { refundOrder } from '../orders/commands/refund-order'
import { startCheckout } from '../orders/commands/start-checkout'
import { expectInvariants, standing } from '../testing/books'
import { refusal } from '../testing/refusal'
import { createShop, type Shop } from '../testing/shop'
import { collectTax } from '../testing/tax'
import { startVies } from '../testing/vies'

let shop: Shop
let vies: Awaited<ReturnType<typeof startVies>>
beforeAll(async () => {
  vies = await startVies({ DE136695976: 'valid', IT00743110157: 'down' })
  shop = await createShop({ viesUrl: vies.url })
  await collectTax(shop.db, { local: ['GB'] })
})
afterAll(async () => {
  await shop.close()
  await vies.close()
})
beforeEach(() => void vies.asked.splice(0))
afterEach(async () => {
  await shop.settle()
  await expectInvariants(shop)
})

type Buyer = { country: string | null; taxNumber: string | null }
const consumer = (country: string | null): Buyer => ({ country, taxNumber: null })

/** Checks one course out as this buyer; nothing is paid yet. */
async function checkOut(buyer: Buyer, currency = 'EUR', amountMinor = 12_300n) {
  const member = await shop.buyer()
  const offering = await shop.course(amountMinor, currency)
  const items = [{ purpose: 'access' as const, offeringId: offering.id }]
  const input = { items, currency, buyer }
  const result = await startCheckout(shop.deps, member, input)
  if (result.kind !== 'redirect') throw new Error('nothing to pay')
  const order = await shop.db.order.findUniqueOrThrow({
    where: { id: result.orderId },
    include: { lines: true },
  })
  return { member, input, order, line: order.lines[0]!, sessionId: order.checkoutSessionId! }
}

async function buy(buyer: Buyer, currency = 'EUR', amountMinor = 12_300n) {
  const bought = await checkOut(buyer, currency, amountMinor)
  await shop.pay(bought)
  await shop.settle()
  return bought
}

const documentsOf = (orderId: string) =>
  shop.db.document.findMany({ where: { orderId }, orderBy: { ordinal: 'asc' } })

describe('37 Tax at fixed rates', () => {
  test('64 a dispute of a taxed order lost and won on appeal → the tax is owed again, to the unit', async () => {
    const { order } = await checkOut(consumer('IE'))
    const paymentIntent = await shop.pay({ sessionId: order.checkoutSessionId ?? '' })
    await shop.settle()
    const paid = await standing(shop, order.id)
    expect(paid.ledger.tax_payable).toBe(-2300)
    const { id: dispute } = await shop.control.createDispute({ paymentIntent, status: 'lost' })
    await shop.settle()
    expect((await standing(shop, order.id)).ledger).not.toHaveProperty('tax_payable')
    for (const status of ['appeal_needs_response', 'appeal_under_review', 'won'] as const) {
      await shop.control.moveDispute({ dispute, status })
    }
    await shop.settle()
    const after = await standing(shop, order.id)
    expect(after).toMatchObject({ status: 'paid', grants: ['active'] })
    expect(after.ledger.tax_payable).toBe(-2300)
    expect(after.ledger.provider_payable).toBe(paid.ledger.provider_payable)
  })

  test('a price that contains tax: the buyer pays it, the state and the provider get theirs', async () => {
    const { order, line } = await buy(consumer('IE'))
    expect(order).toMatchObject({ totalMinor: 12_300n, taxMinor: 2300n, buyerCountry: 'IE' })
    expect(line).toMatchObject({
      amountMinor: 12_300n,
      taxMinor: 2300n,
      taxRateBps: 2300,
      taxCountry: 'IE',
      taxReason: 'standard',
      isTaxIncluded: true,
    })
    expect(await standing(shop, order.id)).toMatchObject({
      status: 'paid',
      review: null,
      ledger: { tax_payable: -2300, provider_payable: -7000 },
    })
    const [invoice] = await documentsOf(order.id)
    expect(invoice).toMatchObject({ netMinor: 10_000n, taxMinor: 2300n, totalMinor: 12_300n })
  })

  test('a price without tax: it is added where the buyer is, and paid', async () => {
    const { order, line } = await buy(consumer('FI'), 'USD', 10_000n)
    expect(order).toMatchObject({ subtotalMinor: 10_000n, taxMinor: 2550n, totalMinor: 12_550n })
    expect(line).toMatchObject({ listMinor: 10_000n, amountMinor: 12_550n, isTaxIncluded: false })
    expect(await standing(shop, order.id)).toMatchObject({
      status: 'paid',
      ledger: { tax_payable: -2550, provider_payable: -7000 },
    })
  })

  test.each([
    ['JPY', 5000n, 900n],
    ['KWD', 49_000n, 8820n],
    ['ISK', 490_000n, 88_200n],
  ])('%s is taxed in whole steps', async (currency, amountMinor, taxMinor) => {
    await shop.db.legalEntity.updateMany({ data: { exclusiveCurrencies: ['USD', currency] } })
    const rate = await shop.db.taxRate.create({
      data: {
        country: 'XK',
        name: 'VAT',
        rateBps: 1800,
        validFrom: new Date('2020-01-01'),
        sourceUrl: 'https://example.test',
        verifiedOn: new Date('2026-01-01'),
      },
    })
    const entity = await shop.db.legalEntity.findFirstOrThrow({ where: { isDefault: true } })
    const registration = await shop.db.taxRegistration.create({
      data: {
        legalEntityId: entity.id,
        scheme: 'local',
        country: 'XK',
        validFrom: new Date('2020-01-01'),
      },
    })
    const { order } = await buy(consumer('XK'), currency, amountMinor)
    expect(order).toMatchObject({
      taxMinor,
      totalMinor: amountMinor + taxMinor,
      status: 'awaiting_payment',
    })
    expect(await standing(shop, order.id)).toMatchObject({ status: 'paid' })
    await shop.db.taxRate.delete({ where: { id: rate.id } })
    await shop.db.taxRegistration.delete({ where: { id: registration.id } })
    await shop.db.legalEntity.updateMany({ data: { exclusiveCurrencies: ['USD'] } })
  })

  test('refunds give the tax back in proportion, all of it in the end', async () => {
    const { order, line } = await buy(consumer('FI'), 'USD', 3333n)
    const actor = await shop.staff()
    const parts = [1000n, 7n, line.amountMinor - 1007n]
    for (const amountMinor of parts) {
      await refundOrder(shop.deps, actor, {
        orderId: order.id,
        requestId: shop.requestId(),
        reason: 'asked for it',
        lines: [{ orderLineId: line.id, amountMinor }],
      })
      await shop.settle()
      await expectInvariants(shop)
    }
    const { ledger } = await standing(shop, order.id)
    expect(ledger).not.toHaveProperty('tax_payable')
    const documents = await documentsOf(order.id)
    const tax = documents.map((row) => (row.kind === 'invoice' ? row.taxMinor : -row.taxMinor))
    expect(documents).toHaveLength(4)
    expect(tax.reduce((sum, part) => sum + part, 0n)).toBe(0n)
  })

  test('where nobody is registered no tax is charged, and the line says why', async () => {
    const { order, line } = await buy(consumer('US'), 'USD', 4900n)
    expect(order).toMatchObject({ taxMinor: 0n, totalMinor: 4900n })
    expect(line).toMatchObject({ taxReason: 'export', taxRateBps: null })
  })

  test('a registration abroad has its own number on the invoice', async () => {
    const { order } = await buy(consumer('GB'), 'GBP', 12_000n)
    const [invoice] = await documentsOf(order.id)
    expect(invoice).toMatchObject({ taxMinor: 2000n, seller: { taxNumber: 'GB980780684' } })
  })

  test('without a country there is no checkout', async () => {
    expect(await refusal(checkOut(consumer(null)))).toBe('billing-country-missing')
  })
})

describe('Tax numbers', () => {
  test('a business abroad whose number exists owes the tax itself, and the invoice says so', async () => {
    const { order, line } = await buy({ country: 'DE', taxNumber: 'de 136 695 976' })
    expect(order).toMatchObject({ taxMinor: 0n, totalMinor: 12_300n, taxNumberStatus: 'valid' })
    expect(line).toMatchObject({ taxReason: 'reverse_charge' })
    const [invoice] = await documentsOf(order.id)
    expect(invoice).toMatchObject({
      buyer: { country: 'DE', taxNumber: 'DE136695976' },
      lines: [{ taxReason: 'reverse_charge' }],
    })
    expect(vies.asked).toEqual([
      {
        countryCode: 'DE',
        vatNumber: '136695976',
        requesterMemberStateCode: 'IE',
        requesterNumber: '6433435F',
      },
    ])
    const check = await shop.db.taxNumberCheck.findFirst({ where: { number: 'DE136695976' } })
    expect(check).toMatchObject({ consultation: 'WAPIAAAAY0000001', name: 'Beispiel GmbH' })
  })

  test('an answer is asked for once a day', async () => {
    await buy({ country: 'DE', taxNumber: 'DE136695976' })
    expect(vies.asked).toEqual([])
  })

  test('a business of the own country is taxed', async () => {
    const { line } = await buy({ country: 'IE', taxNumber: 'IE6433435F' })
    expect(line).toMatchObject({ taxReason: 'standard', taxMinor: 2300n })
  })

  test('a number that does not exist is taxed', async () => {
    const { order, line } = await buy({ country: 'FR', taxNumber: 'FR40303265045' })
    expect(order.taxNumberStatus).toBe('invalid')
    expect(line).toMatchObject({ taxReason: 'standard', taxMinor: 2050n })
  })

  test('a register that is down: recorded, taxed, and asked again a minute later', async () => {
    const buyer = { country: 'IT', taxNumber: 'IT00743110157' }
    const { order, line } = await buy(buyer)
    expect(order.taxNumberStatus).toBe('unavailable')
    expect(line).toMatchObject({ taxReason: 'standard', taxRateBps: 2200 })
    await buy(buyer)
    expect(vies.asked).toHaveLength(1)
    shop.clock.advanceSeconds(61)
    await buy(buyer)
    expect(vies.asked).toHaveLength(2)
  })

  test('a mistyped number is refused before anything is written', async () => {
    const { order } = await checkOut(consumer('DE'))
    expect(order.status).toBe('awaiting_payment')
    const wrong = checkOut({ country: 'DE', taxNumber: 'DE136695977' })
    expect(await refusal(wrong)).toBe('tax-number-malformed')
  })
})

describe('Corrections', () => {
  const correct = async (orderId: string, billing: Buyer) =>
    refusal(
      reissueInvoice(shop.deps, await shop.staff(), {
        orderId,
        billing: { name: 'Ada Corrected', company: null, address: null, ...billing },
        reason: 'the buyer asked',
      }),
    )

  test('the name is corrected, and what the tax was worked out by is not', async () => {
    const business = { country: 'DE', taxNumber: 'DE136695976' }
    const { order } = await buy(business)
    expect(await correct(order.id, { ...business, country: 'FR' })).toBe('tax-country-fixed')
    expect(await correct(order.id, consumer('DE'))).toBe('tax-number-fixed')
    expect(await correct(order.id, business)).toBe('allowed')
    const documents = await documentsOf(order.id)
    expect(documents.map((row) => row.cause)).toEqual(['sale', 'correction', 'reissue'])
    expect(documents.at(-1)?.lines).toEqual(documents[0]?.lines)
  })
})

describe('Between page and payment', () => {
  test('another country is another offer: the first session ends, one order stays', async () => {
    const { member, input, order } = await checkOut(consumer('DE'))
    await startCheckout(shop.deps, member, { ...input, buyer: consumer('FR') })
    await shop.settle()
    const orders = await shop.db.order.findMany({
      where: { userId: member.userId },
      orderBy: { number: 'asc' },
    })
    expect(orders.map((row) => [row.status, row.buyerCountry])).toEqual([
      ['expired', 'DE'],
      ['awaiting_payment', 'FR'],
    ])
    expect(orders[0]?.id).toBe(order.id)
  })

  test('what the tax was worked out by stays on the invoice, whatever is saved meanwhile', async () => {
    const { member, order, sessionId } = await checkOut({
      country: 'DE',
      taxNumber: 'DE136695976',
    })
    const none = { name: 'Ada', company: null, address: null }
    await saveBilling(shop.deps, member, { ...none, country: 'US', taxNumber: null })
    await shop.pay({ sessionId })
    await shop.settle()
    const [invoice] = await documentsOf(order.id)
    expect(invoice?.buyer).toMatchObject({ name: 'Ada', country: 'DE', taxNumber: 'DE136695976' })
  })
})
