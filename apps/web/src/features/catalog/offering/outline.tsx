import type { OfferingPage, OutlineModule } from '@archway/api/catalog/schema/search'
import { Accordion, AccordionItem } from '@archway/ui/accordion'
import { Badge } from '@archway/ui/badge'
import { Icon, type IconName } from '@archway/ui/icon'
import { Section } from '@archway/ui/section'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { lessonTime } from './lesson-time'
import { previewPath } from './preview-path'

type Lesson = OutlineModule['lessons'][number]

const icons: Record<Lesson['kind'], IconName> = {
  article: 'file',
  video: 'monitor',
  quiz: 'success',
  file: 'download',
}

/** Modules and lessons with their times; previews can be opened. */
export function Outline({ offering }: { offering: OfferingPage }) {
  const t = useTranslations('catalog.offering')
  const format = useFormatter()
  const { outline, revision } = offering
  const lessons = outline.flatMap((module) => module.lessons)
  const minutes = outline.reduce((sum, module) => sum + module.minutes, 0)
  return (
    <Section
      title={t('content')}
      headingId="content"
      description={t('contentSummary', {
        modules: outline.length,
        lessons: lessons.length,
        time: lessonTime(minutes, t),
      })}
    >
      <Accordion>
        {outline.map((module, index) => (
          <AccordionItem
            key={module.key}
            open={index === 0}
            title={t('module', { position: index + 1, title: module.title })}
            meta={t('moduleMeta', {
              lessons: module.lessons.length,
              time: lessonTime(module.minutes, t),
            })}
          >
            {module.summary ? <p className="max-w-prose">{module.summary}</p> : null}
            <ol className="mt-3 grid gap-1">
              {module.lessons.map((lesson) => (
                <OutlineLesson key={lesson.key} lesson={lesson} courseSlug={offering.slug} />
              ))}
            </ol>
          </AccordionItem>
        ))}
      </Accordion>
      <p className="text-muted-foreground text-sm">
        {lessons.some(({ isPreview }) => isPreview) ? `${t('previewNote')} ` : null}
        {revision?.publishedAt
          ? t('revision', {
              number: revision.number,
              date: format.dateTime(revision.publishedAt, { dateStyle: 'long' }),
            })
          : null}
      </p>
    </Section>
  )
}

function OutlineLesson({ lesson, courseSlug }: { lesson: Lesson; courseSlug: string }) {
  const t = useTranslations('catalog.offering')
  // The questions of a quiz are for learners, whatever else is open.
  const canPreview = lesson.isPreview && lesson.kind !== 'quiz'
  return (
    <li className="flex items-start gap-3 py-1.5">
      <Icon name={icons[lesson.kind]} className="mt-1 size-4 text-muted-foreground" />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
        {canPreview ? (
          <Link
            href={previewPath(courseSlug, lesson.key)}
            prefetch={false}
            className="text-link pointer-coarse:py-1.5"
          >
            {lesson.title}
          </Link>
        ) : (
          <span className="text-foreground">{lesson.title}</span>
        )}
        {canPreview ? <Badge variant="accent">{t('preview')}</Badge> : null}
        {lesson.isRequired ? null : <Badge>{t('optional')}</Badge>}
      </div>
      <span className="shrink-0 text-sm tabular-nums">
        <span className="sr-only">{t(`lessonKind.${lesson.kind}`)}, </span>
        {lesson.questionCount
          ? t('questions', { count: lesson.questionCount })
          : t('minutes', { count: lesson.minutes })}
      </span>
    </li>
  )
}
