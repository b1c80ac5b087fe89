'use client'

import { isVideoWatched } from '@archway/api/learning/rules/progress'
import { Icon } from '@archway/ui/icon'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { clockTime } from '../clock-time'
import { useOutbox } from '../outbox/outbox-provider'
import { isFreeKey } from './shortcut-setting'
import { seekEvent } from './video-events'

/** How often a playing video writes down where it is, in seconds. */
const saveEverySeconds = 10
const stepSeconds = 5

type Props = {
  title: string
  src: string
  poster?: string
  captions?: string
  enrolmentId: string
  lessonKey: string
  lengthSeconds: number
  positionSeconds: number
  watchedSeconds: number
  /** false without access (a preview): then nothing is written down */
  isRecorded: boolean
}

/** Whether at least half of an element is on the screen. */
function isInView(element: Element): boolean {
  const { top, bottom, height } = element.getBoundingClientRect()
  return Math.min(bottom, innerHeight) - Math.max(top, 0) >= height / 2
}

/**
 * The browser's own player, which knows keyboards and screen readers, with memory: it resumes where it
 * was left and writes down how far it was played.
 */
export function LessonVideo({ title, src, poster, captions, isRecorded, ...place }: Props) {
  const { enrolmentId, lessonKey, lengthSeconds, positionSeconds, watchedSeconds } = place
  const t = useTranslations('player.video')
  const labels = useTranslations('lesson')
  const video = useRef<HTMLVideoElement>(null)
  const outbox = useOutbox()
  const resumeAt =
    positionSeconds > 5 && positionSeconds < lengthSeconds - 5 ? positionSeconds : null
  const [isResumed, setIsResumed] = useState(resumeAt !== null)
  const watched = useRef(watchedSeconds)
  const savedAt = useRef(positionSeconds)
  const wasDone = useRef(isVideoWatched(watchedSeconds, lengthSeconds))
  const router = useRouter()
  const keysId = useId()

  const isNewlyDone = () => !wasDone.current && isVideoWatched(watched.current, lengthSeconds)

  function save() {
    const element = video.current
    if (!element || !isRecorded) return
    if (!isNewlyDone() && Math.abs(element.currentTime - savedAt.current) < 1) return
    savedAt.current = element.currentTime
    const position = {
      lessonKey,
      positionSeconds: element.currentTime,
      watchedSeconds: watched.current,
    }
    const isDoneNow = isNewlyDone()
    if (isDoneNow) wasDone.current = true
    void outbox()
      .send('saveVideoPositions', { enrolmentId, positions: [position] })
      .then(({ status }) => {
        if (isDoneNow && status === 'sent') router.refresh()
      })
  }

  function onProgress() {
    const element = video.current
    if (!element || element.seeking) return
    if (!element.paused) watched.current = Math.max(watched.current, element.currentTime)
    const isLongAgo = Math.abs(element.currentTime - savedAt.current) >= saveEverySeconds
    if (isNewlyDone() || isLongAgo) save()
  }

  useEffect(() => {
    const element = video.current
    if (!element) return
    const resume = () => {
      if (resumeAt !== null) element.currentTime = resumeAt
    }
    if (element.readyState >= HTMLMediaElement.HAVE_METADATA) resume()
    else element.addEventListener('loadedmetadata', resume, { once: true })
    const seek = (event: Event) => {
      element.currentTime = (event as CustomEvent<number>).detail
      element.focus()
    }
    const keys = (event: KeyboardEvent) => {
      if (!isFreeKey(event) || (event.target !== element && !isInView(element))) return
      const act: Record<string, () => void> = {
        ' ': () => void (element.paused ? element.play() : element.pause()),
        ArrowLeft: () => {
          element.currentTime = Math.max(0, element.currentTime - stepSeconds)
        },
        ArrowRight: () => {
          element.currentTime = Math.min(element.duration, element.currentTime + stepSeconds)
        },
        c: () => {
          const track = element.textTracks[0]
          if (track) track.mode = track.mode === 'showing' ? 'hidden' : 'showing'
        },
        f: () => {
          void (document.fullscreenElement
            ? document.exitFullscreen()
            : element.requestFullscreen())
        },
      }
      const chosen = act[event.key]
      if (!chosen) return
      event.preventDefault()
      chosen()
    }
    addEventListener(seekEvent, seek)
    document.addEventListener('keydown', keys)
    return () => {
      removeEventListener(seekEvent, seek)
      document.removeEventListener('keydown', keys)
      // The page may be kept, hidden, for the way back: it must not go on playing.
      element.pause()
    }
  }, [resumeAt])

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') save()
    }
    document.addEventListener('visibilitychange', onHide)
    return () => document.removeEventListener('visibilitychange', onHide)
  })

  return (
    <div className="grid gap-2">
      {/* biome-ignore lint/a11y/useMediaCaption: the track is there when the lesson has captions. */}
      <video
        ref={video}
        controls
        preload="metadata"
        playsInline
        src={src}
        poster={poster}
        aria-label={labels('video', { title })}
        aria-describedby={keysId}
        className="aspect-video w-full rounded-lg bg-black"
        onTimeUpdate={onProgress}
        onPause={save}
        onEnded={() => {
          watched.current = Math.max(watched.current, lengthSeconds)
          savedAt.current = -1
          save()
        }}
      >
        {captions ? (
          <track kind="captions" src={captions} srcLang="en" label={labels('captions')} default />
        ) : null}
        {t('unsupported')}
      </video>
      <p id={keysId} className="sr-only">
        {t('keys')}
      </p>
      {isResumed && resumeAt !== null ? (
        <p className="flex flex-wrap items-center gap-x-3 text-muted-foreground text-sm">
          <Icon name="clock" />
          {t('resumed', { time: clockTime(resumeAt) })}
          <button
            type="button"
            className="text-link"
            onClick={() => {
              setIsResumed(false)
              if (video.current) video.current.currentTime = 0
            }}
          >
            {t('startOver')}
          </button>
        </p>
      ) : null}
    </div>
  )
}
