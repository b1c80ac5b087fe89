import type { MyCourse } from '@archway/api/learning/reads/my-learning'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import { ProgressRing } from '@archway/ui/progress'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import { coursePath, lessonPath } from '../paths'

/** The one thing to do next: the lesson that was open last. */
export async function ContinueCard({ course }: { course: MyCourse }) {
  const t = await getTranslations('learning')
  const lesson = course.continueWith
  if (!lesson) return null
  return (
    <section
      aria-label={t('continue.heading')}
      className="flex flex-wrap items-center gap-x-8 gap-y-6 rounded-xl border border-border bg-surface p-6 shadow-sm sm:p-8"
    >
      <ProgressRing
        label={t('card.progress', { title: course.title })}
        value={course.percent}
        valueText={t('card.count', { done: course.completedCount, total: course.requiredCount })}
        size={84}
        className="max-sm:hidden"
      >
        <span className="text-base">{t('card.percent', { percent: course.percent })}</span>
      </ProgressRing>
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-medium text-accent text-sm">
          {course.hasStarted ? t('continue.heading') : t('continue.headingStart')}
        </h2>
        <p className="mt-1.5 font-display text-2xl">
          <QuietLink
            href={coursePath(course.slug)}
            className="text-foreground no-underline hover:underline"
          >
            {course.title}
          </QuietLink>
        </p>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 text-muted-foreground">
          <span>{t('continue.next', { lesson: lesson.title })}</span>
          <span className="flex items-center gap-1.5 text-sm">
            <Icon name="clock" />
            {t('continue.minutes', { minutes: lesson.minutes })}
          </span>
        </p>
      </div>
      <LinkButton
        href={lessonPath(course.slug, lesson.key)}
        linkComponent={QuietLink}
        size="lg"
        className="max-sm:w-full"
      >
        {course.hasStarted ? t('continue.resume') : t('continue.start')}
        <Icon name="arrow-right" />
      </LinkButton>
    </section>
  )
}
