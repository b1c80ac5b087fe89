'use client'

import { cn } from '@archway/ui/cn'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { clockFace, dueAnnouncement } from './clock'

/** The time that is left, in figures; said aloud at fifteen, five and one minute, and when more time was given. */
export function RoomClock({ secondsLeft, moreTime }: { secondsLeft: number; moreTime: number }) {
  const t = useTranslations('exams.room')
  const before = useRef(secondsLeft)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const minutes = dueAnnouncement(before.current, secondsLeft)
    before.current = secondsLeft
    if (minutes !== null) setSaid(t('minutesLeft', { minutes }))
  }, [secondsLeft, t])
  useEffect(() => {
    if (moreTime > 0) setSaid(t('moreTime', { count: moreTime }))
  }, [moreTime, t])
  return (
    <div className="text-end">
      <p
        role="timer"
        aria-label={t('timeLeft')}
        className={cn(
          'font-semibold text-xl tabular-nums',
          secondsLeft <= 300 && 'text-warning',
          secondsLeft <= 60 && 'text-danger',
        )}
      >
        {clockFace(secondsLeft)}
      </p>
      <p aria-live="polite" className="min-h-5 text-muted-foreground text-xs">
        {said}
      </p>
    </div>
  )
}
