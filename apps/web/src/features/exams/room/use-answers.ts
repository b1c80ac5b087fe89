'use client'

import type { ItemAnswer } from '@archway/api/bank/schema/answer'
import { useCallback, useEffect, useRef, useState } from 'react'
import { acknowledge, enqueue, keepQueue, readQueue, type Unsaved } from './queue'
import { failureOf, roomApi } from './room-api'

export type SaveState = 'saved' | 'saving' | 'offline' | 'signed-out'
type Given = { answer: ItemAnswer | null; isFlagged: boolean; revision: number }

const typingMs = 500
const firstRetryMs = 1000
const longestRetryMs = 8000

/**
 * The answers of a sitting on their way to the server: each is kept in this browser until the server has acknowledged it,
 * and sent again until then, whatever happens in between. The higher revision wins there, so the order does not matter.
 */
export function useAnswers(
  { attemptId, sessionId }: { attemptId: string; sessionId: string },
  onEnd: (reason: 'superseded' | 'closed') => void,
) {
  const queue = useRef<Unsaved[]>([])
  const [answers, setAnswers] = useState<ReadonlyMap<number, Given>>(new Map())
  const [state, setState] = useState<SaveState>('saved')
  const timer = useRef<number | null>(null)
  const running = useRef<Promise<void> | null>(null)
  const retryMs = useRef(firstRetryMs)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })

  const put = useCallback(
    (next: Unsaved[]) => {
      queue.current = next
      keepQueue(attemptId, next)
    },
    [attemptId],
  )

  const sendAll = useCallback(async () => {
    while (queue.current.length > 0) {
      const [change] = queue.current
      if (!change) return
      setState((now) => (now === 'offline' ? now : 'saving'))
      try {
        const { status } = await roomApi.saveAnswer.mutate({ attemptId, sessionId, ...change })
        retryMs.current = firstRetryMs
        if (status === 'superseded') return end.current('superseded')
        if (status === 'closed' || status === 'time-up') return end.current('closed')
        put(acknowledge(queue.current, change))
      } catch (error) {
        const failure = failureOf(error)
        if (failure === 'refused') {
          put(acknowledge(queue.current, change))
          continue
        }
        setState(failure === 'signed-out' ? 'signed-out' : 'offline')
        timer.current = window.setTimeout(() => void flush(), retryMs.current)
        retryMs.current = Math.min(longestRetryMs, retryMs.current * 2)
        return
      }
    }
    setState('saved')
  }, [attemptId, sessionId, put])

  /** Sends what waits, one after the other; resolves when nothing waits any more or the network is gone. */
  const flush = useCallback((): Promise<void> => {
    if (timer.current !== null) window.clearTimeout(timer.current)
    timer.current = null
    running.current ??= sendAll().finally(() => {
      running.current = null
    })
    return running.current
  }, [sendAll])

  /** What the server keeps of a question; an answer that waits here and is newer stands. */
  const adopt = useCallback((position: number, kept: Given) => {
    const waiting = queue.current.find((entry) => entry.position === position)
    const given = waiting && waiting.revision > kept.revision ? waiting : kept
    setAnswers((all) => {
      const known = all.get(position)
      if (known && known.revision > given.revision) return all
      return new Map(all).set(position, given)
    })
  }, [])

  const change = useCallback(
    (position: number, given: { answer: ItemAnswer | null; isFlagged: boolean }) => {
      setAnswers((all) => {
        const revision = (all.get(position)?.revision ?? 0) + 1
        put(enqueue(queue.current, { position, revision, ...given }))
        return new Map(all).set(position, { ...given, revision })
      })
      setState((now) => (now === 'offline' ? now : 'saving'))
      if (timer.current !== null) window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void flush(), typingMs)
    },
    [flush, put],
  )

  useEffect(() => {
    queue.current = readQueue(attemptId)
    const waiting = queue.current
    if (waiting.length > 0) {
      setAnswers((all) => {
        const next = new Map(all)
        for (const { position, ...given } of waiting) {
          if ((next.get(position)?.revision ?? 0) < given.revision) next.set(position, given)
        }
        return next
      })
      void flush()
    }
    const online = () => void flush()
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('online', online)
      if (timer.current !== null) window.clearTimeout(timer.current)
    }
  }, [attemptId, flush])

  return { answers, state, change, adopt, flush, isAllSaved: () => queue.current.length === 0 }
}
