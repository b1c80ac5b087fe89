'use client'

import type { LessonContent } from '@archway/api/learning/reads/lesson'
import { Checkbox } from '@archway/ui/checkbox'
import { FieldError } from '@archway/ui/field-text'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { WrittenHtml } from '@/features/shell/written-html'
import { quizFields } from '../quiz-fields'

/** One question: a group of native radio buttons or checkboxes, named by its number and its text. */
export function QuizQuestion({
  question,
  number,
  total,
  isUnanswered,
}: {
  question: NonNullable<LessonContent['quiz']>['questions'][number]
  number: number
  total: number
  isUnanswered: boolean
}) {
  const t = useTranslations('player.quiz')
  const name = quizFields.name(question.id)
  const id = useId()
  const promptId = `${id}-prompt`
  const errorId = `${id}-error`
  return (
    <fieldset
      aria-labelledby={`${id}-number ${promptId}`}
      aria-describedby={isUnanswered ? errorId : undefined}
      className="min-w-0 rounded-lg border border-border bg-surface p-5 sm:p-6"
    >
      <p className="font-medium text-muted-foreground text-sm">
        <span id={`${id}-number`}>{t('question', { number, total })}</span>
      </p>
      <WrittenHtml id={promptId} className="prose mt-1.5 font-medium" html={question.promptHtml} />
      <p className="mt-1.5 mb-4 text-muted-foreground text-sm">{t(question.kind)}</p>
      <div className="grid gap-2">
        {question.options.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is the first child.
          <label
            key={option.id}
            className="flex min-h-11 items-start gap-3 rounded-lg border border-border-strong bg-surface px-4 py-3 transition-colors has-checked:border-accent has-checked:bg-accent-muted/50 has-checked:ring-1 has-checked:ring-accent has-disabled:opacity-70 hover:border-input"
          >
            <span className="flex h-[1.5em] items-center">
              {question.kind === 'single' ? (
                <input
                  type="radio"
                  name={name}
                  value={option.id}
                  className="size-4.5 shrink-0 appearance-none rounded-full border border-input bg-surface transition-[border-width,border-color] checked:border-[5.5px] checked:border-accent"
                />
              ) : (
                <Checkbox name={name} value={option.id} />
              )}
            </span>
            <span className="min-w-0 flex-1 leading-normal">{option.text}</span>
          </label>
        ))}
      </div>
      {isUnanswered ? (
        <FieldError id={errorId} className="mt-2">
          {t('chooseOne')}
        </FieldError>
      ) : null}
    </fieldset>
  )
}
