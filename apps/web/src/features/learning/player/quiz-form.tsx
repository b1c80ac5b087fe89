'use client'

import type { LessonContent } from '@archway/api/learning/reads/lesson'
import { Button } from '@archway/ui/button'
import { FormMessage } from '@archway/ui/form-message'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useActionState, useEffect, useRef, useState } from 'react'
import { idleForm } from '@/lib/form-state'
import { submitQuiz } from '../actions'
import { useOutbox, useOutboxState } from '../outbox/outbox-provider'
import { quizFields } from '../quiz-fields'
import { quizDraft } from './quiz-draft'
import { QuizQuestion } from './quiz-question'
import { useDraft } from './use-draft'

type Props = {
  enrolmentId: string
  lessonKey: string
  lessonId: string
  /** of this very submission: sent twice, it is graded once */
  requestId: string
  questions: NonNullable<LessonContent['quiz']>['questions']
  lessonHref: string
}

/**
 * The questions as one form. Without a script the server grades the plain form; with one, answers are
 * kept over reloads and handed in as soon as there is a connection.
 */
export function QuizForm({ enrolmentId, lessonKey, lessonId, questions, ...props }: Props) {
  const { requestId, lessonHref } = props
  const t = useTranslations('player.quiz')
  const router = useRouter()
  const outbox = useOutbox()
  const { changes } = useOutboxState()
  const form = useRef<HTMLFormElement>(null)
  const draft = useDraft(form, `archway-quiz:${enrolmentId}:${lessonId}`, quizDraft)
  const [state, action, isPending] = useActionState(submitQuiz, idleForm)
  const [isSending, setIsSending] = useState(false)
  const [unanswered, setUnanswered] = useState<string | null>(null)
  const isQueued = changes.some(
    (change) => change.name === 'submitQuiz' && change.input.lessonId === lessonId,
  )
  const wasQueued = useRef(false)
  useEffect(() => {
    if (wasQueued.current && !isQueued && !isSending) {
      localStorage.removeItem(`archway-quiz:${enrolmentId}:${lessonId}`)
      router.replace(lessonHref)
    }
    wasQueued.current = isQueued && !isSending
  }, [isQueued, isSending, enrolmentId, lessonId, lessonHref, router])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const answers = quizFields.read(new FormData(event.currentTarget))
    const open = questions.find((question) => !answers[question.id])
    setUnanswered(open?.id ?? null)
    if (open) {
      const name = CSS.escape(quizFields.name(open.id))
      form.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus()
      return
    }
    setIsSending(true)
    const input = { enrolmentId, lessonKey, lessonId, requestId, answers }
    const settled = await outbox().send('submitQuiz', input, requestId)
    if (settled.status === 'sent') {
      draft.clear()
      // Without an id the lesson shows its last attempt.
      router.push(settled.attemptId ? `${lessonHref}?attempt=${settled.attemptId}` : lessonHref)
    }
    setIsSending(false)
  }

  const isWaiting = isQueued && !isSending
  return (
    <form
      ref={form}
      action={action}
      onSubmit={submit}
      onChange={() => {
        setUnanswered(null)
        draft.save()
      }}
      noValidate
      className="grid gap-8"
    >
      <input type="hidden" name="enrolmentId" value={enrolmentId} />
      <input type="hidden" name="lessonKey" value={lessonKey} />
      <input type="hidden" name="lessonId" value={lessonId} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="returnTo" value={lessonHref} />
      <FormMessage>{state.message}</FormMessage>
      <fieldset disabled={isWaiting} className="grid min-w-0 gap-8">
        {questions.map((question, index) => (
          <QuizQuestion
            key={question.id}
            question={question}
            number={index + 1}
            total={questions.length}
            isUnanswered={unanswered === question.id}
          />
        ))}
      </fieldset>
      {isWaiting ? <FormMessage variant="warning">{t('waiting')}</FormMessage> : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <Button type="submit" size="lg" loading={isPending || isSending} disabled={isWaiting}>
          {t('submit')}
        </Button>
        {isWaiting ? null : <p className="text-muted-foreground text-sm">{t('kept')}</p>}
      </div>
    </form>
  )
}
