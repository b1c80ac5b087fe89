import type { MyProgram } from '@archway/api/learning/reads/my-learning'
import { Badge } from '@archway/ui/badge'
import { ProgressBar } from '@archway/ui/progress'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import type { Formats } from '@/lib/formats'
import { LessonStateIcon } from '../lesson-state-icon'
import { coursePath } from '../paths'

/** A program with its courses in order, each with its own progress. */
export async function MyProgramCard({
  program,
  formats,
}: {
  program: MyProgram
  formats: Formats
}) {
  const t = await getTranslations('learning')
  const done = program.courses.filter((course) => course.isCompleted).length
  return (
    <article className="rounded-xl border border-border bg-surface">
      <div className="grid gap-4 p-5 sm:p-6">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <div className="min-w-0">
            <p className="text-muted-foreground text-sm">
              {t('card.by', { provider: program.providerName })}
            </p>
            <h3 className="mt-1 font-semibold text-lg">
              <QuietLink
                href={`/programs/${program.slug}`}
                className="text-foreground no-underline hover:underline"
              >
                {program.title}
              </QuietLink>
            </h3>
          </div>
          {program.completedAt ? (
            <Badge variant="success">
              {t('card.completedOn', { date: formats.date(program.completedAt) })}
            </Badge>
          ) : program.hasAccess ? null : (
            <Badge variant="warning">{t('card.noAccess')}</Badge>
          )}
        </div>
        <div>
          <ProgressBar
            label={t('card.progress', { title: program.title })}
            value={program.percent}
            valueText={t('program.count', { done, total: program.courses.length })}
          />
          <p className="mt-2 flex justify-between gap-4 text-muted-foreground text-sm tabular-nums">
            <span>{t('program.count', { done, total: program.courses.length })}</span>
            <span>{t('card.percent', { percent: program.percent })}</span>
          </p>
        </div>
      </div>
      <ol
        aria-label={t('program.courses')}
        className="divide-y divide-border border-border border-t"
      >
        {program.courses.map((course) => (
          <li key={course.slug} className="flex items-center gap-3.5 px-5 py-3.5 sm:px-6">
            <LessonStateIcon
              state={course.isCompleted ? 'completed' : course.percent > 0 ? 'opened' : 'new'}
              label={t(
                `lessonState.${course.isCompleted ? 'completed' : course.percent > 0 ? 'opened' : 'new'}`,
              )}
            />
            <span className="min-w-0 flex-1">
              <QuietLink
                href={course.enrolmentId ? coursePath(course.slug) : `/courses/${course.slug}`}
                className="font-medium text-foreground no-underline underline-offset-4 hover:underline"
              >
                {course.title}
              </QuietLink>
              {course.enrolmentId ? null : (
                <span className="block text-muted-foreground text-sm">
                  {t('program.notEnrolled')}
                </span>
              )}
            </span>
            <span className="text-muted-foreground text-sm tabular-nums">
              {t('card.percent', { percent: course.isCompleted ? 100 : course.percent })}
            </span>
          </li>
        ))}
      </ol>
    </article>
  )
}
