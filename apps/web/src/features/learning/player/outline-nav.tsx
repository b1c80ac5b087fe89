import type { CourseOutline } from '@archway/api/learning/reads/course-place'
import { cn } from '@archway/ui/cn'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import { LessonStateIcon } from '../lesson-state-icon'
import { lessonPath } from '../paths'

/** Every lesson of the course, with what is done and where the reader is. */
export async function OutlineNav({
  slug,
  outline,
  currentKey,
}: {
  slug: string
  outline: CourseOutline
  currentKey: string
}) {
  const t = await getTranslations('learning')
  return (
    <ol className="grid gap-5">
      {outline.map((module, index) => (
        <li key={module.key}>
          <p className="px-2.5 text-muted-foreground text-xs">
            {t('lesson.moduleOf', { number: index + 1 })}
          </p>
          <p className="px-2.5 pb-1.5 font-medium text-sm">{module.title}</p>
          <ol className="grid gap-0.5">
            {module.lessons.map((lesson) => {
              const isCurrent = lesson.key === currentKey
              return (
                <li key={lesson.key}>
                  <QuietLink
                    href={lessonPath(slug, lesson.key)}
                    aria-current={isCurrent ? 'page' : undefined}
                    className={cn(
                      'flex items-start gap-2.5 rounded-md px-2.5 py-2 text-foreground text-sm leading-snug no-underline pointer-coarse:min-h-11',
                      isCurrent
                        ? 'bg-accent-muted font-medium text-accent-muted-foreground'
                        : 'hover:bg-muted',
                    )}
                  >
                    <LessonStateIcon
                      state={lesson.state}
                      label={t(`lessonState.${lesson.state}`)}
                    />
                    <span className="min-w-0 flex-1">
                      {lesson.title}
                      <span className="mt-0.5 block font-normal text-muted-foreground text-xs">
                        {t(`kind.${lesson.kind}`)}
                        {' · '}
                        {t('lesson.minutes', { minutes: lesson.minutes })}
                        {lesson.isRequired ? null : ` · ${t('lesson.optional')}`}
                      </span>
                    </span>
                  </QuietLink>
                </li>
              )
            })}
          </ol>
        </li>
      ))}
    </ol>
  )
}
