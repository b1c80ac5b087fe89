'use client'

import { buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import { cartCountCookie } from '@/lib/cart-count-cookie'
import { useMe } from './use-me'

const subscribe = () => () => {}
const inBrowser = (): number =>
  Number(new RegExp(`(?:^|; )${cartCountCookie}=(\\d{1,2})(?:;|$)`).exec(document.cookie)?.[1] ?? 0)
const onServer = () => 0

/**
 * The way to the cart. How much is in it is filled in afterwards, over room that is kept for it, since
 * the page around is the same for everybody.
 */
export function CartLink({ label }: { label: string }) {
  const me = useMe()
  const hinted = useSyncExternalStore(subscribe, inBrowser, onServer)
  const count = me?.cartCount ?? hinted
  return (
    <Link
      href="/cart"
      prefetch={false}
      className={cn(buttonVariants({ variant: 'ghost', size: 'icon' }), 'relative')}
    >
      <Icon name="cart" className="size-5" />
      <span className="sr-only">{label}</span>
      {count > 0 ? (
        <span className="absolute end-0.5 top-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 font-semibold text-[0.6875rem] text-accent-foreground tabular-nums">
          {count}
        </span>
      ) : null}
    </Link>
  )
}
