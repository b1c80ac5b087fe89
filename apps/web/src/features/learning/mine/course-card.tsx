import type { MyCourse } from '@archway/api/learning/reads/my-learning'
import { Badge } from '@archway/ui/badge'
import { Card, CardContent, CardLink, CardTitle } from '@archway/ui/card'
import { ProgressBar } from '@archway/ui/progress'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import type { Formats } from '@/lib/formats'
import { coursePath } from '../paths'

const missingShown = 2

/** A course that one is enrolled in: how far, what is missing, when it was completed. */
export async function MyCourseCard({ course, formats }: { course: MyCourse; formats: Formats }) {
  const t = await getTranslations('learning.card')
  const count = t('count', { done: course.completedCount, total: course.requiredCount })
  const rest = course.missing.length - missingShown
  return (
    <Card interactive>
      <CardContent className="flex flex-col">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-muted-foreground text-sm">
            {t('by', { provider: course.providerName })}
          </p>
          {course.hasAccess ? null : <Badge variant="warning">{t('noAccess')}</Badge>}
        </div>
        <CardTitle className="mt-1.5 text-lg">
          <CardLink asChild>
            <QuietLink href={coursePath(course.slug)} className="text-foreground no-underline">
              {course.title}
            </QuietLink>
          </CardLink>
        </CardTitle>
        <div className="mt-auto pt-5">
          {course.completedAt ? (
            <p className="flex flex-wrap items-center gap-2 text-muted-foreground text-sm">
              <Badge variant="success">
                {t('completedOn', { date: formats.date(course.completedAt) })}
              </Badge>
              {course.missing.length > 0 ? t('newLessons', { count: course.missing.length }) : null}
            </p>
          ) : course.requiredCount === 0 ? (
            <p className="text-muted-foreground text-sm">{t('empty')}</p>
          ) : (
            <>
              <ProgressBar
                label={t('progress', { title: course.title })}
                value={course.percent}
                valueText={count}
              />
              <p className="mt-2 flex justify-between gap-4 text-muted-foreground text-sm tabular-nums">
                <span>{course.hasStarted ? count : t('notStarted')}</span>
                <span>{t('percent', { percent: course.percent })}</span>
              </p>
              {course.hasAccess ? (
                <div className="mt-4 border-border border-t pt-3 text-sm">
                  <p className="font-medium">{t('missing')}</p>
                  <ul className="mt-1 text-muted-foreground">
                    {course.missing.slice(0, missingShown).map((lesson) => (
                      <li key={lesson.key} className="truncate">
                        {lesson.title}
                      </li>
                    ))}
                    {rest > 0 ? <li>{t('more', { count: rest })}</li> : null}
                  </ul>
                </div>
              ) : (
                <p className="mt-4 border-border border-t pt-3 text-muted-foreground text-sm">
                  {t(course.isClosedWithMembership ? 'closedWithMembership' : 'noAccessHint')}
                </p>
              )}
            </>
          )}
        </div>
      </CardContent>
    </Card>
  )
}
