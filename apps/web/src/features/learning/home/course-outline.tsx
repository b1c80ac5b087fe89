import type { CourseHome } from '@archway/api/learning/reads/course-home'
import { Badge } from '@archway/ui/badge'
import { Icon } from '@archway/ui/icon'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import { LessonStateIcon } from '../lesson-state-icon'
import { lessonPath } from '../paths'

/** The whole course: modules and lessons, with what is done. Lessons that are closed are no links. */
export async function CourseOutlineList({ home }: { home: CourseHome }) {
  const t = await getTranslations('learning')
  return (
    <ol className="grid gap-6">
      {home.outline.map((module, index) => (
        <li key={module.key} className="rounded-xl border border-border bg-surface">
          <div className="px-5 pt-5 pb-3 sm:px-6">
            <p className="text-muted-foreground text-sm">
              {t('lesson.moduleOf', { number: index + 1 })}
            </p>
            <h3 className="font-semibold text-lg">{module.title}</h3>
            {module.summary ? (
              <p className="mt-1 text-muted-foreground text-sm">{module.summary}</p>
            ) : null}
          </div>
          <ol className="divide-y divide-border border-border border-t">
            {module.lessons.map((lesson) => {
              const isOpen = home.access.hasAccess || lesson.isPreview
              return (
                <li
                  key={lesson.key}
                  className="relative flex items-center gap-3.5 px-5 py-3.5 first:pt-4 last:pb-4 sm:px-6 has-[a:hover]:bg-muted/60"
                >
                  <LessonStateIcon state={lesson.state} label={t(`lessonState.${lesson.state}`)} />
                  <span className="min-w-0 flex-1">
                    {isOpen ? (
                      <QuietLink
                        href={lessonPath(home.offering.slug, lesson.key)}
                        className="font-medium text-foreground no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring"
                      >
                        {lesson.title}
                      </QuietLink>
                    ) : (
                      <span className="font-medium text-muted-foreground">{lesson.title}</span>
                    )}
                    <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-muted-foreground text-sm">
                      {t(`kind.${lesson.kind}`)}
                      <span className="tabular-nums">
                        {t('lesson.minutes', { minutes: lesson.minutes })}
                      </span>
                      {lesson.isRequired ? null : <Badge>{t('lesson.optional')}</Badge>}
                      {lesson.key === home.continueKey && !home.progress.isCompleted ? (
                        <Badge variant="accent">{t('continue.upNext')}</Badge>
                      ) : null}
                    </span>
                  </span>
                  <Icon
                    name={isOpen ? 'chevron-right' : 'lock'}
                    className="size-4 text-muted-foreground"
                  />
                </li>
              )
            })}
          </ol>
        </li>
      ))}
    </ol>
  )
}
