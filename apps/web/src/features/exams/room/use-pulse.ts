'use client'

import { useEffect, useRef, useState } from 'react'
import { isMoreTime } from './clock'
import { roomApi } from './room-api'

const everyMs = 1500

export type PulseHandlers = {
  onClosed: () => void
  onSuperseded: () => void
  onMoreTime: () => void
}

/**
 * The time that is left, by the server: asked every second and a half, counted down in between by a clock that nobody can
 * set. What the browser's own clock says plays no part.
 */
export function usePulse(
  {
    attemptId,
    sessionId,
    secondsLeft: atFirst,
  }: {
    attemptId: string
    sessionId: string
    secondsLeft: number
  },
  handlers: PulseHandlers,
) {
  const endsAt = useRef(0)
  const [secondsLeft, setSecondsLeft] = useState(atFirst)
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })

  useEffect(() => {
    endsAt.current = performance.now() + atFirst * 1000
    const left = () => (endsAt.current - performance.now()) / 1000
    let isGone = false
    const ask = async () => {
      const sentAt = performance.now()
      try {
        const pulse = await roomApi.pulse.query({ attemptId, sessionId })
        if (isGone) return
        if (pulse.state !== 'in_progress') return latest.current.onClosed()
        const onTheWay = (performance.now() - sentAt) / 2000
        if (isMoreTime(left(), pulse.secondsLeft)) latest.current.onMoreTime()
        endsAt.current = performance.now() + (pulse.secondsLeft - onTheWay) * 1000
        if (!pulse.isLive) latest.current.onSuperseded()
      } catch {
        // No connection: the time goes on by this clock, and the answers say that they wait.
      }
    }
    const asking = window.setInterval(() => void ask(), everyMs)
    const ticking = window.setInterval(() => setSecondsLeft(left()), 250)
    return () => {
      isGone = true
      window.clearInterval(asking)
      window.clearInterval(ticking)
    }
  }, [attemptId, sessionId, atFirst])

  return secondsLeft
}
