'use client'

import { buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import Link from 'next/link'
import { type ReactNode, useEffect, useState } from 'react'
import { useMe } from '@/features/shell/use-me'

/**
 * The way in for somebody who has access already, in place of the way to buy (`children`), which is what
 * everybody gets first: the page is cached for all. Asks only when somebody is signed in.
 */
export function OwnedAction({
  offeringId,
  href,
  labels,
  children,
}: {
  offeringId: string
  href: string
  /** `start` for what the membership opens and was not begun yet */
  labels: { action: string; start: string; note: string }
  children: ReactNode
}) {
  const me = useMe()
  const isSignedIn = me !== null
  const [hasAccess, setHasAccess] = useState(false)
  const [isEnrolled, setIsEnrolled] = useState(true)
  useEffect(() => {
    if (!isSignedIn) return
    const controller = new AbortController()
    fetch(`/api/me/offering?id=${offeringId}`, { signal: controller.signal })
      .then((response) => response.json())
      .then((answer: { hasAccess: boolean; isEnrolled?: boolean }) => {
        setIsEnrolled(answer.isEnrolled !== false)
        setHasAccess(answer.hasAccess)
      })
      // Not knowing is what the page began with: the checkout says the same once more.
      .catch(() => undefined)
    return () => controller.abort()
  }, [isSignedIn, offeringId])
  if (!hasAccess) return children
  return (
    <>
      <Link
        href={isEnrolled ? href : `/membership/start/${offeringId}`}
        prefetch={false}
        className={cn(buttonVariants({ size: 'lg' }), 'w-full')}
      >
        {isEnrolled ? labels.action : labels.start}
      </Link>
      <p className="mt-3 text-muted-foreground text-sm">{labels.note}</p>
    </>
  )
}
