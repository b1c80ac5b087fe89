'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'
import { Skeleton } from '../skeleton'
import type { CartesianProps } from './cartesian'

const Cartesian = lazy(() => import('./cartesian'))

const never = () => () => undefined

/**
 * Loads the drawing when the page runs in a browser; until then a placeholder of
 * the same size. The server never draws it, because a chart needs its measured width.
 */
export function LazyCartesian(props: CartesianProps) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const placeholder = <Skeleton className="h-full" />
  if (!inBrowser) return placeholder
  return (
    <Suspense fallback={placeholder}>
      <Cartesian {...props} />
    </Suspense>
  )
}
