import type { LessonPage } from '@archway/api/learning/reads/lesson'
import type { QuizReview } from '@archway/api/learning/reads/quiz-review'
import { Badge } from '@archway/ui/badge'
import { Icon } from '@archway/ui/icon'
import { SkipLink } from '@archway/ui/skip-link'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import type { Formats } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { OutboxProvider } from '../outbox/outbox-provider'
import { coursePath, lessonPath } from '../paths'
import { ClosedLesson } from './closed-lesson'
import { LessonShortcuts } from './lesson-shortcuts'
import { LessonWork } from './lesson-work'
import { NotesPanel } from './notes-panel'
import { OutlineNav } from './outline-nav'
import { PlayerHeader } from './player-header'
import { PlayerSheet } from './player-sheet'

/** The lesson player: outline, lesson, notes, and the way between lessons. */
export async function LessonPlayer({
  page,
  userId,
  review,
  formats,
}: {
  page: LessonPage
  userId: string
  review: QuizReview | null
  formats: Formats
}) {
  const t = await getTranslations('player')
  const learning = await getTranslations('learning')
  const common = await getTranslations('common')
  const { place, lesson, previous, next, content } = page
  const { slug } = place.offering
  // Pages that were left stay in the document, hidden: what is referred to by id needs one of its own.
  const view = crypto.randomUUID().slice(0, 8)
  const ids = { main: `main-${view}`, outline: `outline-${view}`, notes: `notes-${view}` }
  const at = (to: { key: string } | null) => (to ? lessonPath(slug, to.key) : null)
  return (
    <MessagesFor namespaces={['lesson', 'player']}>
      <OutboxProvider userId={userId}>
        <SkipLink href={`#${ids.main}`}>{common('skipToContent')}</SkipLink>
        <PlayerHeader place={place} returnTo={lessonPath(slug, lesson.key)} ids={ids}>
          <LessonShortcuts
            key={lesson.key}
            previousHref={at(previous)}
            nextHref={at(next)}
            isVideo={content?.video != null}
            outlineId={ids.outline}
          />
        </PlayerHeader>
        <div className="lg:grid lg:grid-cols-[19rem_minmax(0,1fr)] xl:grid-cols-[19rem_minmax(0,1fr)_20rem]">
          <PlayerSheet
            key={`outline-${lesson.key}`}
            id={ids.outline}
            side="start"
            title={t('nav.outline')}
            closeLabel={t('nav.close')}
          >
            <OutlineNav slug={slug} outline={place.outline} currentKey={lesson.key} />
          </PlayerSheet>
          <main
            id={ids.main}
            tabIndex={-1}
            className="min-w-0 px-5 py-8 outline-none sm:px-8 sm:py-12"
          >
            <div className="mx-auto grid max-w-prose gap-10">
              <header>
                <p className="text-muted-foreground text-sm">{page.moduleTitle}</p>
                <h1 className="mt-1.5 font-display text-3xl sm:text-4xl">{lesson.title}</h1>
                <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground text-sm">
                  <span>{learning(`kind.${lesson.kind}`)}</span>
                  <span>{learning('lesson.minutes', { minutes: lesson.minutes })}</span>
                  {lesson.isRequired ? null : <Badge>{learning('lesson.optional')}</Badge>}
                  {lesson.isPreview && !place.access.hasAccess ? (
                    <Badge variant="accent">{learning('lesson.preview')}</Badge>
                  ) : null}
                  {lesson.state === 'completed' ? (
                    <Badge variant="success">
                      <Icon name="check" />
                      {learning('lessonState.completed')}
                    </Badge>
                  ) : null}
                </p>
              </header>
              {content ? (
                <LessonWork page={page} content={content} review={review} formats={formats} />
              ) : (
                <ClosedLesson slug={slug} access={place.access} />
              )}
              <Between page={page} />
            </div>
          </main>
          <PlayerSheet
            key={`notes-${lesson.key}`}
            id={ids.notes}
            side="end"
            title={t('notes.title')}
            description={t('notes.hint')}
            closeLabel={t('nav.close')}
          >
            <NotesPanel
              enrolmentId={place.enrolmentId}
              lessonKey={lesson.key}
              lessonHref={lessonPath(slug, lesson.key)}
              notes={page.notes.map(({ id, body, positionSeconds }) => ({
                id,
                body,
                positionSeconds,
              }))}
              isVideo={content?.video != null}
              canAdd={place.access.hasAccess}
              noteId={crypto.randomUUID()}
            />
          </PlayerSheet>
        </div>
      </OutboxProvider>
    </MessagesFor>
  )
}

async function Between({ page: { place, previous, next } }: { page: LessonPage }) {
  const t = await getTranslations('player.nav')
  const item =
    'flex min-w-0 flex-1 flex-col gap-0.5 rounded-lg border border-border p-4 text-sm no-underline transition-colors hover:border-border-strong hover:bg-surface'
  return (
    <nav
      aria-label={t('between')}
      className="flex flex-col gap-3 border-border border-t pt-8 sm:flex-row print:hidden"
    >
      {previous ? (
        <QuietLink href={lessonPath(place.offering.slug, previous.key)} rel="prev" className={item}>
          <span className="flex items-center gap-1.5 text-muted-foreground">
            <Icon name="arrow-left" />
            {t('previous')}
          </span>
          <span className="font-medium text-foreground">{previous.title}</span>
        </QuietLink>
      ) : (
        <span className="hidden flex-1 sm:block" />
      )}
      {next ? (
        <QuietLink
          href={lessonPath(place.offering.slug, next.key)}
          rel="next"
          className={`${item} sm:items-end sm:text-end`}
        >
          <span className="flex items-center gap-1.5 text-muted-foreground">
            {t('next')}
            <Icon name="arrow-right" />
          </span>
          <span className="font-medium text-foreground">{next.title}</span>
        </QuietLink>
      ) : (
        <QuietLink
          href={coursePath(place.offering.slug)}
          className={`${item} sm:items-end sm:text-end`}
        >
          <span className="flex items-center gap-1.5 text-muted-foreground">
            {t('next')}
            <Icon name="arrow-right" />
          </span>
          <span className="font-medium text-foreground">{t('courseHome')}</span>
        </QuietLink>
      )}
    </nav>
  )
}
