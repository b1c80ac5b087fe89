import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CartItem } from '../schema/cart-item'
import { cartInput } from '../schema/order'
import { cartHashOf } from './cart-hash'
import { itemAddress, itemOfAddress } from './item-address'
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
  test('survives the address of the checkout, and a comma never cuts it', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const address = itemAddress(item)
        expect(address).not.toContain(',')
        expect(itemOfAddress(address)).toEqual(item)
      }),
    )
  })

  test.each([
    '',
    'x',
    `seats:${one}`,
    `seats:${one}:0`,
    `seats:${one}:1e9`,
    `gift:${one}:%`,
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
      fc.property(fc.uniqueArray(anyItem, { selector: itemAddress, minLength: 1 }), (items) => {
        expect(cartHashOf([...items].reverse())).toBe(cartHashOf(items))
        expect(cartHashOf(items.slice(1))).not.toBe(cartHashOf(items))
      }),
    )
    const seats = (quantity: number): CartItem => ({ purpose: 'seats', offeringId: one, quantity })
    expect(cartHashOf([seats(2)])).not.toBe(cartHashOf([seats(3)]))
  })

  test('is found again from the lines of an order: a bundle once, a gift not', () => {
    const line = { offeringId: one, quantity: 1, bundleId: null }
    const lines = [
      { ...line, purpose: 'access' as const, bundleId: other },
      { ...line, purpose: 'access' as const, offeringId: other, bundleId: other },
      { ...line, purpose: 'seats' as const, quantity: 3 },
      { ...line, purpose: 'gift' as const },
    ]
    expect(orderedItems(lines)).toEqual([
      { purpose: 'bundle', bundleId: other },
      { purpose: 'seats', offeringId: one, quantity: 3 },
    ])
  })
})
