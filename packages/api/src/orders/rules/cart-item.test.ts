import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AskedItem, CartItem } from '../schema/cart-item'
import { cartInput } from '../schema/order'
import { cartHashOf } from './cart-hash'
import { cartItemKey } from './cart-item'
import { checkoutAddress, itemAddress, itemOfAddress } from './item-address'
import { orderedItems } from './ordered-items'

const one = randomUUID()
const other = randomUUID()

const anyItem = fc.oneof<fc.Arbitrary<CartItem>[]>(
  fc.record({ purpose: fc.constant('access' as const), offeringId: fc.constantFrom(one, other) }),
  fc.record({ purpose: fc.constant('bundle' as const), bundleId: fc.constantFrom(one, other) }),
  fc.record({
    purpose: fc.constant('seats' as const),
    offeringId: fc.constantFrom(one, other),
    quantity: fc.integer({ min: 2, max: 500 }),
  }),
  fc.record({
    purpose: fc.constant('exam_attempt' as const),
    offeringId: fc.constantFrom(one, other),
  }),
  fc.record({
    purpose: fc.constant('gift' as const),
    offeringId: fc.constantFrom(one, other),
    gift: fc.record({
      recipientEmail: fc.constantFrom('ada@example.com', 'bea@example.com'),
      recipientName: fc.constantFrom('Ada, of Turin', 'Béa: 100 %'),
      message: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.trim()),
      deliverOn: fc.constantFrom(null, '2026-12-24'),
    }),
  }),
)

describe('an item of a cart', () => {
  test('survives its address, and a comma never cuts it', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const asked: Exclude<AskedItem, { purpose: 'gift' }> =
          item.purpose === 'gift' ? { purpose: 'wish', wishId: randomUUID() } : item
        const address = itemAddress(asked)
        expect(address).not.toContain(',')
        expect(itemOfAddress(address)).toEqual(asked)
      }),
    )
  })

  test('for others is asked for by its wish: nothing of a gift stands in an address', () => {
    fc.assert(
      fc.property(anyItem, fc.uuid(), (item, wishId) => {
        const isForOthers = item.purpose === 'seats' || item.purpose === 'gift'
        const address = checkoutAddress({ ...item, wishId })
        expect(address).toBe(isForOthers ? `wish:${wishId}` : checkoutAddress(item))
        if (isForOthers) expect(checkoutAddress(item)).toBeNull()
      }),
    )
    const gift = JSON.stringify({ recipientEmail: 'ada@example.com', message: '', deliverOn: null })
    expect(itemOfAddress(`gift:${one}:${encodeURIComponent(gift)}`)).toBeNull()
  })

  test.each([
    '',
    'x',
    `seats:${one}`,
    `seats:${one}:0`,
    `seats:${one}:1e9`,
    `gift:${one}:%`,
    'wish:x',
    `bundle:x`,
  ])('is not read from %j', (address) => expect(itemOfAddress(address)).toBeNull())

  test('comes once in a cart, however many seats; two people may get the same gift', () => {
    const accepts = (...items: CartItem[]) =>
      cartInput.safeParse({ items, currency: 'USD' }).success
    const seats = (quantity: number): CartItem => ({ purpose: 'seats', offeringId: one, quantity })
    const gift = (recipientEmail: string): CartItem => ({
      purpose: 'gift',
      offeringId: one,
      gift: { recipientEmail, message: '', deliverOn: null },
    })
    expect(accepts({ purpose: 'access', offeringId: one }, seats(3))).toBe(true)
    expect(accepts(seats(3), seats(4))).toBe(false)
    expect(accepts(gift('ada@example.com'), gift('bea@example.com'))).toBe(true)
    expect(accepts(gift('ada@example.com'), gift('ADA@example.com'))).toBe(false)
  })

  test('changes the hash of its cart with all that it says, not with its place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyItem, { selector: cartItemKey, minLength: 1 }), (items) => {
        expect(cartHashOf([...items].reverse())).toBe(cartHashOf(items))
        expect(cartHashOf(items.slice(1))).not.toBe(cartHashOf(items))
      }),
    )
    const seats = (quantity: number): CartItem => ({ purpose: 'seats', offeringId: one, quantity })
    expect(cartHashOf([seats(2)])).not.toBe(cartHashOf([seats(3)]))
  })

  test('is found again from the lines of an order: a bundle once, what is for others by its wish', () => {
    const line = { offeringId: one, bundleId: null, wishId: null }
    const [seats, gift] = [randomUUID(), randomUUID()]
    const lines = [
      { ...line, purpose: 'access' as const, bundleId: other },
      { ...line, purpose: 'access' as const, offeringId: other, bundleId: other },
      { ...line, purpose: 'seats' as const, wishId: seats },
      { ...line, purpose: 'gift' as const, wishId: gift },
      { ...line, purpose: 'gift' as const },
    ]
    expect(orderedItems(lines)).toEqual([
      { purpose: 'bundle', bundleId: other },
      { purpose: 'wish', wishId: seats },
      { purpose: 'wish', wishId: gift },
    ])
  })
})
