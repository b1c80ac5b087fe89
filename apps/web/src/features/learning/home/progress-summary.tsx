import type { CourseHome } from '@archway/api/learning/reads/course-home'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import { ProgressRing } from '@archway/ui/progress'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import type { Formats } from '@/lib/formats'
import { lessonPath } from '../paths'

/** How far the course has come and the one step that goes on. */
export async function ProgressSummary({ home, formats }: { home: CourseHome; formats: Formats }) {
  const t = await getTranslations('learning.course')
  const { progress, completedAt, continueKey } = home
  const lessons = home.outline.flatMap((module) => module.lessons)
  const goOn = lessons.find((lesson) => lesson.key === continueKey)
  const hasBegun = lessons.some((lesson) => lesson.state !== 'new')
  const label = progress.isCompleted
    ? t('again')
    : hasBegun
      ? t('continue', { lesson: goOn?.title ?? '' })
      : t('start')
  return (
    <section
      aria-label={t('progress')}
      className="flex flex-wrap items-center gap-x-6 gap-y-5 rounded-xl border border-border bg-surface p-5 sm:p-6"
    >
      <ProgressRing
        label={t('progressOf')}
        value={progress.percent}
        valueText={t('done', { done: progress.completedCount, total: progress.requiredCount })}
        size={76}
      >
        <span className="text-base">{t('percent', { percent: progress.percent })}</span>
      </ProgressRing>
      <div className="min-w-56 flex-1">
        <p className="font-semibold text-lg">
          {progress.isCompleted
            ? t('completedTitle')
            : t('done', { done: progress.completedCount, total: progress.requiredCount })}
        </p>
        {completedAt ? (
          <p className="mt-0.5 text-muted-foreground text-sm">
            {t(progress.isCompleted ? 'completedOn' : 'completedBefore', {
              date: formats.date(completedAt),
            })}
          </p>
        ) : null}
      </div>
      {goOn && home.access.hasAccess ? (
        <LinkButton
          href={lessonPath(home.offering.slug, goOn.key)}
          linkComponent={QuietLink}
          size="lg"
          variant={progress.isCompleted ? 'secondary' : 'primary'}
          className="h-auto min-h-12 max-w-full whitespace-normal py-2.5 text-start max-sm:w-full"
        >
          {label}
          <Icon name="arrow-right" />
        </LinkButton>
      ) : null}
    </section>
  )
}
