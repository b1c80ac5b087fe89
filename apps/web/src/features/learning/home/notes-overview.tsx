import type { CourseHome } from '@archway/api/learning/reads/course-home'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import { clockTime } from '../clock-time'
import { lessonPath } from '../paths'

/** All notes of the course, each with the way to its lesson. */
export async function NotesOverview({ home }: { home: CourseHome }) {
  const t = await getTranslations('learning.notes')
  if (home.notes.length === 0) {
    return <p className="text-muted-foreground text-sm">{t('none')}</p>
  }
  return (
    <ul className="grid gap-4 text-sm">
      {home.notes.map((note) => (
        <li key={note.id}>
          <p className="text-muted-foreground">
            {note.lessonTitle === null ? (
              t('goneLesson')
            ) : (
              <QuietLink
                href={lessonPath(home.offering.slug, note.lessonKey)}
                className="text-link"
              >
                {note.lessonTitle}
              </QuietLink>
            )}
            {note.positionSeconds === null
              ? null
              : ` ${t('at', { time: clockTime(note.positionSeconds) })}`}
          </p>
          <p className="mt-1 whitespace-pre-wrap break-words">{note.body}</p>
        </li>
      ))}
    </ul>
  )
}
