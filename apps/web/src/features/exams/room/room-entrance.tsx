'use client'

import type { Room } from '@archway/api/exams/reads/room'
import { Alert } from '@archway/ui/alert'
import { Button } from '@archway/ui/button'
import { Spinner } from '@archway/ui/spinner'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { resultPath } from '../paths'
import { ExamRoom } from './exam-room'
import { roomApi } from './room-api'
import { leaveSessionId, takeSessionId } from './session-id'

type Standing = 'opening' | 'live' | 'elsewhere' | 'unreachable'

/** Opens the exam room in this tab, or offers to bring it here when another one answers. */
export function RoomEntrance({ attemptId }: { attemptId: string }) {
  const t = useTranslations('exams.room')
  const [sessionId, setSessionId] = useState<string | null>(null)
  const [room, setRoom] = useState<Room | null>(null)
  const [standing, setStanding] = useState<Standing>('opening')
  const [isTaking, setTaking] = useState(false)

  useEffect(() => {
    const id = takeSessionId()
    setSessionId(id)
    const leave = () => leaveSessionId(id)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  useEffect(() => {
    if (!sessionId || standing !== 'opening') return
    let isGone = false
    const enter = async () => {
      try {
        const opened = await roomApi.room.query({ attemptId, sessionId })
        if (isGone) return
        if (opened.state !== 'in_progress') return window.location.replace(resultPath(attemptId))
        setRoom(opened)
        setStanding(opened.isLive ? 'live' : 'elsewhere')
      } catch {
        if (!isGone) setStanding('unreachable')
      }
    }
    void enter()
    return () => {
      isGone = true
    }
  }, [attemptId, sessionId, standing])

  const takeOver = async () => {
    if (!sessionId) return
    setTaking(true)
    try {
      await roomApi.takeOver.mutate({ attemptId, sessionId })
      setStanding('opening')
    } catch {
      setStanding('unreachable')
    } finally {
      setTaking(false)
    }
  }

  if (standing === 'live' && room && sessionId) {
    return (
      <ExamRoom room={room} sessionId={sessionId} onSuperseded={() => setStanding('elsewhere')} />
    )
  }
  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-narrow content-center gap-6 px-5">
      <h1 className="sr-only">{t('title')}</h1>
      {standing === 'opening' || standing === 'live' ? <Spinner label={t('loading')} /> : null}
      {standing === 'elsewhere' ? (
        <Alert
          variant="warning"
          role="alert"
          title={t('elsewhere.title')}
          action={
            <Button onClick={() => void takeOver()} loading={isTaking}>
              {t('elsewhere.takeOver')}
            </Button>
          }
        >
          {t('elsewhere.text')}
        </Alert>
      ) : null}
      {standing === 'unreachable' ? (
        <Alert
          variant="danger"
          role="alert"
          title={t('unreachable.title')}
          action={<Button onClick={() => setStanding('opening')}>{t('unreachable.again')}</Button>}
        >
          {t('unreachable.text')}
        </Alert>
      ) : null}
    </main>
  )
}
