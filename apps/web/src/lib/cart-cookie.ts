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

/** A visitor's cart: addresses of items, as the browser sent them. What is not one is left out. */
export async function readCartCookie(): Promise<CartItem[]> {
  const text = (await cookies()).get(name)?.value ?? ''
  const items = text.split(' ').flatMap((address) => itemOfAddress(address) ?? [])
  return [...new Map(items.map((item) => [cartItemIdentity(item), item])).values()]
}

/** Keeps a visitor's cart in their browser. False when it is too long for that, and nothing is kept. */
export async function writeCartCookie(items: readonly CartItem[]): Promise<boolean> {
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
