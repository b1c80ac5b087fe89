'use client'

import type { Room } from '@archway/api/exams/reads/room'
import { Alert } from '@archway/ui/alert'
import { Button } from '@archway/ui/button'
import { Checkbox } from '@archway/ui/checkbox'
import { Spinner } from '@archway/ui/spinner'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ItemView } from '../item-view/item-view'
import { imagePath, resultPath } from '../paths'
import { QuestionList } from './question-list'
import { Review } from './review'
import { roomApi } from './room-api'
import { RoomClock } from './room-clock'
import { SaveLine } from './save-line'
import { useAnswers } from './use-answers'
import { useEvents } from './use-events'
import { useItem } from './use-items'
import { usePulse } from './use-pulse'

const goToResult = (attemptId: string) => window.location.replace(resultPath(attemptId))

/** The exam room while this tab is the one that answers. */
export function ExamRoom({
  room,
  sessionId,
  onSuperseded,
}: {
  room: Room
  sessionId: string
  onSuperseded: () => void
}) {
  const t = useTranslations('exams.room')
  const { attemptId } = room
  const session = { attemptId, sessionId }
  const count = room.items.length
  const [position, setPosition] = useState<number | null>(1)
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set())
  const [moreTime, setMoreTime] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const { answers, state, change, adopt, flush, isAllSaved } = useAnswers(session, (reason) =>
    reason === 'closed' ? goToResult(attemptId) : onSuperseded(),
  )
  const secondsLeft = usePulse(
    { ...session, secondsLeft: room.secondsLeft },
    {
      onClosed: () => goToResult(attemptId),
      onSuperseded,
      onMoreTime: () => setMoreTime((times) => times + 1),
    },
  )
  useEvents(session)
  const shown = position ?? count
  const { item, isMissing } = useItem(session, shown, count, (kept) => adopt(kept.position, kept))

  const submit = async () => {
    await flush()
    if (!isAllSaved()) throw new Error('not everything is saved')
    const { status } = await roomApi.submit.mutate(session)
    if (status === 'superseded') onSuperseded()
    else goToResult(attemptId)
  }
  const isOver = secondsLeft <= 0
  const sending = useRef(false)
  useEffect(() => {
    if (!isOver || sending.current) return
    sending.current = true
    // Handed in within the grace period; without a connection the server ends the sitting by itself.
    void flush()
      .then(() => roomApi.submit.mutate({ attemptId, sessionId }))
      .catch(() => undefined)
      .then(() => goToResult(attemptId))
  }, [isOver, flush, attemptId, sessionId])

  const go = (to: number | null) => {
    void flush()
    setPosition(to)
    if (position !== null) setSeen((all) => new Set(all).add(position))
    requestAnimationFrame(() => {
      const target = to === null ? document.getElementById('review-title') : heading.current
      target?.focus()
    })
  }
  const questions = room.items.map((known) => {
    const given = answers.get(known.position)
    return {
      position: known.position,
      isSeen: known.isSeen || seen.has(known.position),
      isAnswered: given ? given.answer !== null : known.isAnswered,
      isFlagged: given ? given.isFlagged : known.isFlagged,
    }
  })
  const given = answers.get(shown)
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-page flex-col px-5 sm:px-8">
      <header className="sticky top-0 z-10 flex items-start justify-between gap-6 border-border border-b bg-background py-3">
        <div className="min-w-0">
          <h1 className="truncate font-semibold">{room.title}</h1>
          <p className="text-muted-foreground text-sm">
            {t('candidate', { name: room.legalName })}
          </p>
        </div>
        <RoomClock secondsLeft={secondsLeft} moreTime={moreTime} />
      </header>
      <div className="grid flex-1 gap-8 py-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <main id="main" tabIndex={-1} className="min-w-0 outline-none">
          {position === null ? (
            <Review
              questions={questions}
              isAllSaved={state === 'saved'}
              onGo={go}
              onSubmit={submit}
            />
          ) : (
            <article aria-labelledby="question" className="grid gap-6">
              <h2
                id="question"
                ref={heading}
                tabIndex={-1}
                className="font-medium text-muted-foreground text-sm outline-none"
              >
                {t('questionOf', { number: position, count })}
              </h2>
              {item ? (
                <ItemView
                  key={position}
                  item={item.content}
                  value={given?.answer ?? null}
                  onChange={(answer) =>
                    change(position, { answer, isFlagged: given?.isFlagged ?? false })
                  }
                  imageHref={imagePath(attemptId, position)}
                  isReadOnly={isOver}
                />
              ) : isMissing ? (
                <Alert variant="warning">{t('notLoaded')}</Alert>
              ) : (
                <Spinner label={t('loading')} />
              )}
              <Checkbox
                label={t('flag')}
                checked={given?.isFlagged ?? false}
                disabled={!item}
                onChange={(event) =>
                  change(position, {
                    answer: given?.answer ?? null,
                    isFlagged: event.currentTarget.checked,
                  })
                }
              />
            </article>
          )}
        </main>
        <aside className="max-lg:order-last max-lg:border-border max-lg:border-t max-lg:pt-6">
          {position === null ? null : (
            <QuestionList questions={questions} current={position} onGo={go} />
          )}
        </aside>
      </div>
      <footer className="sticky bottom-0 grid gap-3 border-border border-t bg-background py-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <SaveLine state={state} />
          <div className="flex gap-2 max-sm:w-full max-sm:*:flex-1">
            <Button
              variant="secondary"
              disabled={position === 1}
              onClick={() => go(position === null ? count : position - 1)}
            >
              {t('previous')}
            </Button>
            {position === null ? null : (
              <Button onClick={() => go(position < count ? position + 1 : null)}>
                {position < count ? t('next') : t('toReview')}
              </Button>
            )}
            {position !== null && position < count ? (
              <Button variant="ghost" onClick={() => go(null)}>
                {t('toReview')}
              </Button>
            ) : null}
          </div>
        </div>
      </footer>
    </div>
  )
}
