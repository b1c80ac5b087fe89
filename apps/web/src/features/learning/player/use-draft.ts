'use client'

import { type RefObject, useEffect } from 'react'

/**
 * Keeps what is typed into a form in this browser until it is handed in, over reloads and crashes.
 * `read` and `write` say what is kept; nothing is restored over what is there already.
 */
export function useDraft<Kept>(
  form: RefObject<HTMLFormElement | null>,
  storageKey: string,
  codec: {
    read: (form: HTMLFormElement) => Kept | null
    write: (form: HTMLFormElement, kept: Kept) => void
  },
): { save: () => void; clear: () => void } {
  useEffect(() => {
    const stored = localStorage.getItem(storageKey)
    const element = form.current
    if (!element || stored === null || codec.read(element) !== null) return
    codec.write(element, JSON.parse(stored) as Kept)
  }, [form, storageKey, codec])
  return {
    save: () => {
      const kept = form.current ? codec.read(form.current) : null
      if (kept === null) localStorage.removeItem(storageKey)
      else localStorage.setItem(storageKey, JSON.stringify(kept))
    },
    clear: () => localStorage.removeItem(storageKey),
  }
}
