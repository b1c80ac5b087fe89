import type { AttemptSummary } from '@archway/api/learning/reads/lesson'
import type { QuizReview } from '@archway/api/learning/reads/quiz-review'
import { bestAttempt } from '@archway/api/learning/rules/quiz'
import { Badge } from '@archway/ui/badge'
import { cn } from '@archway/ui/cn'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import { WrittenHtml } from '@/features/shell/written-html'
import type { Formats } from '@/lib/formats'
import { FocusHeading } from './focus-heading'

type Question = QuizReview['questions'][number]

/** What came of an attempt: the score, then every question with what was right and why. */
export async function QuizResult({
  review,
  attempts,
  lessonHref,
  formats,
}: {
  review: QuizReview
  attempts: readonly AttemptSummary[]
  lessonHref: string
  formats: Formats
}) {
  const t = await getTranslations('player.quiz')
  return (
    <div className="grid gap-8">
      <section
        className={cn(
          'grid gap-3 rounded-lg border p-5 sm:p-6',
          review.isPassed
            ? 'border-success/25 bg-success-muted'
            : 'border-warning/25 bg-warning-muted',
        )}
      >
        <FocusHeading className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-lg outline-none">
          <Icon
            name={review.isPassed ? 'success' : 'warning'}
            className={cn('size-6', review.isPassed ? 'text-success' : 'text-warning')}
          />
          {review.isPassed ? t('passed') : t('failed')}
          <span className="font-normal text-base text-muted-foreground">
            {t('resultTitle', { number: review.number })}
          </span>
        </FocusHeading>
        <p>
          {t('score', {
            correct: review.correctCount,
            total: review.questions.length,
            score: review.scorePercent,
            percent: review.passPercent,
          })}
        </p>
        <LinkButton
          href={`${lessonHref}?retake=1`}
          linkComponent={QuietLink}
          variant={review.isPassed ? 'secondary' : 'primary'}
          className="justify-self-start"
        >
          {t('again')}
        </LinkButton>
      </section>
      <ol className="grid gap-6">
        {review.questions.map((question, index) => (
          <li key={question.id}>
            <ReviewedQuestion
              question={question}
              number={index + 1}
              total={review.questions.length}
            />
          </li>
        ))}
      </ol>
      {attempts.length > 1 ? (
        <Attempts
          attempts={attempts}
          shownId={review.attemptId}
          lessonHref={lessonHref}
          formats={formats}
        />
      ) : null}
    </div>
  )
}

async function ReviewedQuestion({
  question,
  number,
  total,
}: {
  question: Question
  number: number
  total: number
}) {
  const t = await getTranslations('player.quiz')
  return (
    <section className="rounded-lg border border-border bg-surface p-5 sm:p-6">
      <h3 className="flex flex-wrap items-center justify-between gap-2 font-medium text-muted-foreground text-sm">
        {t('question', { number, total })}
        <Badge variant={question.isCorrect ? 'success' : 'danger'}>
          <Icon name={question.isCorrect ? 'check' : 'x'} />
          {question.isCorrect ? t('rightAnswer') : t('wrongAnswer')}
        </Badge>
      </h3>
      <WrittenHtml className="prose mt-1.5 font-medium" html={question.promptHtml} />
      <ul className="mt-4 grid gap-2">
        {question.options.map((option) => (
          <li
            key={option.id}
            className={cn(
              'flex flex-wrap items-start gap-x-3 gap-y-1 rounded-lg border px-4 py-3',
              option.isCorrect
                ? 'border-success/40 bg-success-muted'
                : option.isChosen
                  ? 'border-danger/40 bg-danger-muted'
                  : 'border-border',
            )}
          >
            <span className="min-w-48 flex-1">{option.text}</span>
            <span className="flex gap-1.5">
              {option.isChosen ? <Badge variant="outline">{t('yourChoice')}</Badge> : null}
              {option.isCorrect ? <Badge variant="success">{t('rightOption')}</Badge> : null}
            </span>
          </li>
        ))}
      </ul>
      {question.explanationHtml ? (
        <div className="mt-5 border-accent border-s-2 ps-4">
          <h4 className="font-medium text-sm">{t('explanation')}</h4>
          <WrittenHtml className="prose prose-sm mt-1" html={question.explanationHtml} />
        </div>
      ) : null}
    </section>
  )
}

async function Attempts({
  attempts,
  shownId,
  lessonHref,
  formats,
}: {
  attempts: readonly AttemptSummary[]
  shownId: string
  lessonHref: string
  formats: Formats
}) {
  const t = await getTranslations('player.quiz')
  const best = bestAttempt(attempts)
  return (
    <section>
      <h2 className="font-semibold text-lg">{t('attempts')}</h2>
      <ul className="mt-3 divide-y divide-border border-border border-y text-sm">
        {attempts.map((attempt) => (
          <li key={attempt.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
            <span className="tabular-nums">
              {t('attempt', {
                number: attempt.number,
                date: formats.dateTime(attempt.submittedAt),
                score: attempt.scorePercent,
              })}
            </span>
            {attempt.isPassed ? <Badge variant="success">{t('passed')}</Badge> : null}
            {attempt.id === best?.id ? <Badge variant="accent">{t('best')}</Badge> : null}
            {attempt.id === shownId ? null : (
              <QuietLink href={`${lessonHref}?attempt=${attempt.id}`} className="text-link ms-auto">
                {t('see', { number: attempt.number })}
              </QuietLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
