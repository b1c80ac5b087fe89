'use client'

import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link whose page is fetched when somebody is about to follow it: points at it, touches it or moves
 * the focus there. What stands on every page would otherwise be fetched with each of them. With
 * `prefetch={false}` it is fetched when it is followed.
 */
export function IntentLink({
  prefetch,
  ...props
}: Omit<ComponentProps<typeof Link>, 'prefetch'> & { prefetch?: false }) {
  const [isMeant, setIsMeant] = useState(false)
  const mean = () => setIsMeant(true)
  return (
    <Link
      {...props}
      prefetch={isMeant && prefetch !== false ? 'auto' : false}
      onPointerEnter={mean}
      onTouchStart={mean}
      onFocus={mean}
    />
  )
}
