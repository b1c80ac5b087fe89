'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { signedInCookie } from '@/lib/signed-in-cookie'

/** What public pages may know about who looks at them. */
export type Me = { name: string | null; hasDesk: boolean; cartCount: number }

let me: Me | null = null
let isAsked = false
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function ask(): Promise<void> {
  if (isAsked || !document.cookie.includes(`${signedInCookie}=1`)) return
  isAsked = true
  const response = await fetch('/api/me', { headers: { accept: 'application/json' } })
  me = response.ok ? ((await response.json()) as Me | null) : null
  for (const listener of listeners) listener()
}

/** The signed-in person, or null for visitors and until it is known. Asked once per page load. */
export function useMe(): Me | null {
  useEffect(() => {
    void ask()
  }, [])
  return useSyncExternalStore(
    subscribe,
    () => me,
    () => null,
  )
}
