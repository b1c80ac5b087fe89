import type { LessonContent, LessonPage } from '@archway/api/learning/reads/lesson'
import type { QuizReview } from '@archway/api/learning/reads/quiz-review'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import { getTranslations } from 'next-intl/server'
import { LessonBody } from '@/features/shell/lesson-body'
import { lessonVideoSource } from '@/features/shell/lesson-video-source'
import { QuietLink } from '@/features/shell/quiet-link'
import type { Formats } from '@/lib/formats'
import { coursePath, lessonPath } from '../paths'
import { DoneForm } from './done-form'
import { LessonVideo } from './lesson-video'
import { QuizForm } from './quiz-form'
import { QuizResult } from './quiz-result'

type Props = {
  page: LessonPage
  content: LessonContent
  review: QuizReview | null
  formats: Formats
}

/** What a lesson gives and asks: its text, video, file or questions, and the way to be done with it. */
export async function LessonWork({ page, content, review, formats }: Props) {
  const { place, lesson } = page
  const lessonHref = lessonPath(place.offering.slug, lesson.key)
  const source = content.video ? lessonVideoSource(content.id, content.video) : null
  return (
    <>
      <LessonBody
        lesson={content}
        title={lesson.title}
        player={
          content.video && source ? (
            <LessonVideo
              key={lesson.key}
              title={lesson.title}
              {...source}
              enrolmentId={place.enrolmentId}
              lessonKey={lesson.key}
              lengthSeconds={content.video.seconds}
              positionSeconds={page.positionSeconds}
              watchedSeconds={page.watchedSeconds}
              isRecorded={place.access.hasAccess}
            />
          ) : null
        }
      />
      {content.quiz && place.access.hasAccess ? (
        review ? (
          <QuizResult
            review={review}
            attempts={page.attempts}
            lessonHref={lessonHref}
            formats={formats}
          />
        ) : (
          <Questions page={page} content={content} quiz={content.quiz} lessonHref={lessonHref} />
        )
      ) : null}
      {place.access.hasAccess ? (
        <LessonEnd page={page} content={content} isReviewed={review !== null} />
      ) : null}
    </>
  )
}

async function Questions({
  page,
  content,
  quiz,
  lessonHref,
}: {
  page: LessonPage
  content: LessonContent
  quiz: NonNullable<LessonContent['quiz']>
  lessonHref: string
}) {
  const t = await getTranslations('player.quiz')
  return (
    <section className="grid gap-6">
      <p className="text-muted-foreground">
        {t('intro', { count: quiz.questions.length, percent: quiz.passPercent })}
      </p>
      <QuizForm
        enrolmentId={page.place.enrolmentId}
        lessonKey={page.lesson.key}
        lessonId={content.id}
        requestId={crypto.randomUUID()}
        questions={quiz.questions}
        lessonHref={lessonHref}
      />
      {page.attempts.length > 0 ? (
        <QuietLink href={lessonHref} className="text-link justify-self-start text-sm">
          {t('backToResult')}
        </QuietLink>
      ) : null}
    </section>
  )
}

/** How the lesson gets done, or that it is. */
async function LessonEnd({
  page,
  content,
  isReviewed,
}: {
  page: LessonPage
  content: LessonContent
  isReviewed: boolean
}) {
  const t = await getTranslations('player.done')
  const { place, lesson, next } = page
  const nextHref = next
    ? lessonPath(place.offering.slug, next.key)
    : coursePath(place.offering.slug)
  if (lesson.state === 'completed') {
    if (content.quiz && !isReviewed) return null
    return (
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <p className="flex items-center gap-2 text-sm">
          <Icon name="success" className="size-5 text-success" />
          {t('isDoneAt')}
        </p>
        <LinkButton href={nextHref} linkComponent={QuietLink}>
          {next ? t('continue') : t('courseHome')}
          <Icon name="arrow-right" />
        </LinkButton>
      </div>
    )
  }
  if (lesson.kind === 'video') {
    const seconds = content.video?.seconds ?? 0
    const percent = seconds > 0 ? Math.floor((page.watchedSeconds * 100) / seconds) : 0
    return (
      <div className="grid gap-4">
        <p className="text-muted-foreground text-sm">{t('videoHint', { percent })}</p>
        <noscript>
          <p className="mb-4 text-muted-foreground text-sm">{t('withoutScript')}</p>
          <DoneForm
            enrolmentId={place.enrolmentId}
            lessonKey={lesson.key}
            nextHref={nextHref}
            label={t('markAsWatched')}
          />
        </noscript>
      </div>
    )
  }
  if (lesson.kind === 'quiz') {
    return <p className="text-muted-foreground text-sm">{t('quizHint')}</p>
  }
  return (
    <DoneForm
      key={lesson.key}
      enrolmentId={place.enrolmentId}
      lessonKey={lesson.key}
      nextHref={nextHref}
      label={next ? t('markAndContinue') : t('mark')}
    />
  )
}
