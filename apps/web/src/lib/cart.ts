import 'server-only'
import {
  type AskedItem,
  type CartItem,
  cartItemIdentity,
  type KeptItem,
} from '@archway/api/orders/schema/cart-item'
import { maxCartItems } from '@archway/api/orders/schema/order'
import { conflict } from '@archway/api/shared/errors'
import { currentActor } from '@/auth/actor'
import { readCartCookie, type VisitorItem, writeCartCookie, writeCartCount } from './cart-cookie'
import { api } from './trpc-server'

/** Later wishes take the place of earlier ones with the same identity. */
const joined = <Item extends CartItem>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [cartItemIdentity(item), item])).values(),
]

/** The cart of whoever asks: a member's own, and what they put in before they signed in. */
export async function readCart(): Promise<(KeptItem | VisitorItem)[]> {
  const kept = await readCartCookie()
  if ((await currentActor()).type !== 'member') return kept
  const { items } = await (await api()).carts.mine()
  return joined<KeptItem | VisitorItem>([...items, ...kept])
}

/** Whether this browser keeps something that belongs into the cart of who has signed in. */
export async function isCartApart(): Promise<boolean> {
  return (await currentActor()).type === 'member' && (await readCartCookie()).length > 0
}

/**
 * Puts what a member had in the cart as a visitor into their own, and says how much is in it. Only where
 * cookies can be set. Throws `conflict` (`cart-full`) and leaves both as they are.
 */
export async function bringCartAlong(): Promise<number> {
  const kept = await readCartCookie()
  const { carts } = await api()
  if (kept.length === 0) {
    const { items } = await carts.mine()
    await writeCartCount(items.length)
    return items.length
  }
  const { items } = await carts.put({ items: kept.slice(0, maxCartItems) })
  await writeCartCookie([])
  await writeCartCount(items.length)
  return items.length
}

/** Puts an item into a member's cart and returns its wish. Throws `conflict` (`cart-full`). */
export async function wishFor(item: CartItem): Promise<string> {
  await bringCartAlong()
  const { items } = await (await api()).carts.put({ items: [item] })
  await writeCartCount(items.length)
  const kept = items.find((one) => cartItemIdentity(one) === cartItemIdentity(item))
  if (!kept) throw new Error('what was put into the cart is not in it')
  return kept.wishId
}

/** Puts an item into the cart of whoever asks. Throws `conflict` (`cart-full`). */
export async function putIntoCart(item: VisitorItem): Promise<void> {
  if ((await currentActor()).type === 'member') {
    await wishFor(item)
    return
  }
  const items = joined([...(await readCartCookie()), item])
  if (items.length > maxCartItems || !(await writeCartCookie(items))) {
    throw conflict('cart-full', { limit: maxCartItems })
  }
}

const leftOf = (kept: readonly VisitorItem[], bought: readonly AskedItem[]): VisitorItem[] => {
  const identities = new Set(bought.map(cartItemIdentity))
  return kept.filter((item) => !identities.has(cartItemIdentity(item)))
}

/** Whether the cart of this browser holds something of what was bought. */
export async function hasBought(bought: readonly AskedItem[]): Promise<boolean> {
  const kept = await readCartCookie()
  return leftOf(kept, bought).length < kept.length
}

/** Takes what was bought out of the cart of this browser; an account's is emptied with the payment. */
export async function takeBought(bought: readonly AskedItem[]): Promise<void> {
  await writeCartCookie(leftOf(await readCartCookie(), bought))
}

/** Takes an item out of the cart; nothing happens when it is not in it. */
export async function removeFromCart(identity: string): Promise<void> {
  const kept = await readCartCookie()
  await writeCartCookie(kept.filter((item) => cartItemIdentity(item) !== identity))
  if ((await currentActor()).type !== 'member') return
  const { items } = await (await api()).carts.remove({ identity })
  await writeCartCount(items.length)
}
