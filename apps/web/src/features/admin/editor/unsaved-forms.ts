'use client'

import { useEffect, useSyncExternalStore } from 'react'

let dirtyForms = 0
const listeners = new Set<() => void>()

function change(step: 1 | -1) {
  dirtyForms += step
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells the rest of the page that a form on it has changes that are not saved. */
export function useMarkUnsaved(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return
    change(1)
    return () => change(-1)
  }, [isDirty])
}

/** Whether any form on the page has changes that are not saved: publishing would leave them behind. */
export const useHasUnsaved = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => dirtyForms > 0,
    () => false,
  )
