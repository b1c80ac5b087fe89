'use client'

import { cn } from '@archway/ui/cn'
import { useTranslations } from 'next-intl'

export type QuestionState = {
  position: number
  isSeen: boolean
  isAnswered: boolean
  isFlagged: boolean
}

/** All questions with how they stand; one press leads to each. */
export function QuestionList({
  questions,
  current,
  onGo,
}: {
  questions: readonly QuestionState[]
  /** null on the page of review */
  current: number | null
  onGo: (position: number) => void
}) {
  const t = useTranslations('exams.room')
  return (
    <nav aria-label={t('questions')}>
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-1.5">
        {questions.map(({ position, isSeen, isAnswered, isFlagged }) => (
          <li key={position}>
            <button
              type="button"
              onClick={() => onGo(position)}
              aria-current={position === current ? 'step' : undefined}
              aria-label={t('questionState', {
                number: position,
                state: isAnswered ? 'answered' : isSeen ? 'open' : 'unseen',
                flagged: isFlagged ? 'yes' : 'no',
              })}
              className={cn(
                'relative flex h-11 w-full items-center justify-center rounded-md border text-sm tabular-nums transition-colors',
                isAnswered
                  ? 'border-accent/40 bg-accent-muted text-foreground'
                  : 'border-border bg-surface text-muted-foreground hover:border-border-strong',
                position === current && 'outline-2 outline-accent outline-offset-1',
              )}
            >
              {position}
              {isFlagged ? (
                <span className="absolute top-1 right-1 size-2 rounded-full bg-warning" />
              ) : null}
            </button>
          </li>
        ))}
      </ol>
      <ul className="mt-4 grid gap-1.5 text-muted-foreground text-xs">
        <li className="flex items-center gap-2">
          <span className="size-3 rounded-sm border border-accent/40 bg-accent-muted" />
          {t('legend.answered')}
        </li>
        <li className="flex items-center gap-2">
          <span className="size-3 rounded-sm border border-border bg-surface" />
          {t('legend.open')}
        </li>
        <li className="flex items-center gap-2">
          <span className="mx-0.5 size-2 rounded-full bg-warning" />
          {t('legend.flagged')}
        </li>
      </ul>
    </nav>
  )
}
