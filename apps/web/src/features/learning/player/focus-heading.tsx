'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** A heading that takes the focus when it appears, so that a result is read out first. */
export function FocusHeading({ children, className }: { children: ReactNode; className?: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h2>
  )
}
