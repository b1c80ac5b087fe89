'use client'

import { useEffect } from 'react'
import { roomApi } from './room-api'

/** Tells the server when the window lost and got back the focus. It is kept for people to look at, and judges nobody. */
export function useEvents({ attemptId, sessionId }: { attemptId: string; sessionId: string }) {
  useEffect(() => {
    const tell = (kind: 'blur' | 'focus' | 'copy' | 'paste') => {
      const events = [{ kind, secondsAgo: 0 }]
      // Lost without a connection, which the gaps in the journal show anyway.
      roomApi.recordEvents.mutate({ attemptId, sessionId, events }).catch(() => undefined)
    }
    const handlers = {
      blur: () => tell('blur'),
      focus: () => tell('focus'),
      copy: () => tell('copy'),
      paste: () => tell('paste'),
    }
    for (const [name, handler] of Object.entries(handlers)) window.addEventListener(name, handler)
    return () => {
      for (const [name, handler] of Object.entries(handlers)) {
        window.removeEventListener(name, handler)
      }
    }
  }, [attemptId, sessionId])
}
