'use client'

import type { RoomItem } from '@archway/api/exams/reads/room'
import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf, roomApi } from './room-api'

const retryMs = 2000

/**
 * The question at a place and, ahead of it, the next one, so that a short loss of the connection is not noticed. Null
 * while it is on its way; `isMissing` when it cannot come for now.
 */
export function useItem(
  { attemptId, sessionId }: { attemptId: string; sessionId: string },
  position: number,
  count: number,
  onKept: (item: RoomItem) => void,
) {
  const [items, setItems] = useState<ReadonlyMap<number, RoomItem>>(new Map())
  const [isMissing, setMissing] = useState(false)
  const known = useRef(items)
  const kept = useRef(onKept)
  useEffect(() => {
    known.current = items
    kept.current = onKept
  })

  const load = useCallback(
    async (at: number, isAhead: boolean) => {
      const item = await roomApi.openItem.mutate({ attemptId, sessionId, position: at, isAhead })
      kept.current(item)
      setItems((all) => (all.has(at) ? all : new Map(all).set(at, item)))
    },
    [attemptId, sessionId],
  )

  useEffect(() => {
    let timer: number | null = null
    let isGone = false
    const open = async () => {
      try {
        await load(position, false)
        if (isGone) return
        setMissing(false)
        if (position < count && !known.current.has(position + 1)) await load(position + 1, true)
      } catch (error) {
        if (isGone || failureOf(error) === 'refused') return
        setMissing(!known.current.has(position))
        timer = window.setTimeout(() => void open(), retryMs)
      }
    }
    void open()
    return () => {
      isGone = true
      if (timer !== null) window.clearTimeout(timer)
    }
  }, [position, count, load])

  return { item: items.get(position) ?? null, isMissing }
}
