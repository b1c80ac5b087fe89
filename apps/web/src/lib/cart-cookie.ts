import 'server-only'
import { itemAddress, itemOfAddress } from '@archway/api/orders/rules/item-address'
import { type CartItem, cartItemIdentity } from '@archway/api/orders/schema/cart-item'
import { cookies } from 'next/headers'
import { hasSecureCookies } from '@/auth/session-cookie'
import { cartCountCookie } from './cart-count-cookie'

const name = 'archway-cart'
const maxAge = 60 * 60 * 24 * 60
/** Browsers keep 4096 bytes of a cookie, its name and marks included (RFC 6265, 6.1). */
const mostBytes = 3600

const options = () => ({
  path: '/',
  maxAge,
  sameSite: 'lax' as const,
  secure: hasSecureCookies(),
})

/** What a browser keeps: no gift, whose recipient and words are kept with the account of who gives it. */
export type VisitorItem = Exclude<CartItem, { purpose: 'gift' }>

/** The item of an address that a browser sent; null when it is none that a browser keeps. */
export function visitorItem(address: string): VisitorItem | null {
  const item = itemOfAddress(address)
  return item === null || item.purpose === 'wish' || item.purpose === 'gift' ? null : item
}

/** A visitor's cart: addresses of items, as the browser sent them. What is not one is left out. */
export async function readCartCookie(): Promise<VisitorItem[]> {
  const text = (await cookies()).get(name)?.value ?? ''
  const items = text.split(' ').flatMap((address) => visitorItem(address) ?? [])
  return [...new Map(items.map((item) => [cartItemIdentity(item), item])).values()]
}

/** Keeps a visitor's cart in their browser. False when it is too long for that, and nothing is kept. */
export async function writeCartCookie(items: readonly VisitorItem[]): Promise<boolean> {
  const jar = await cookies()
  const text = items.map(itemAddress).join(' ')
  if (encodeURIComponent(text).length > mostBytes) return false
  if (items.length === 0) jar.delete(name)
  else jar.set(name, text, { ...options(), httpOnly: true })
  await writeCartCount(items.length)
  return true
}

/** What cached pages show of the cart: how much is in it, readable by scripts. */
export async function writeCartCount(count: number): Promise<void> {
  const jar = await cookies()
  if (count === 0) jar.delete(cartCountCookie)
  else jar.set(cartCountCookie, String(count), options())
}
