import type { EvidenceFacts } from './evidence-facts'
import { moment, plural } from './words'

type Entry = { at: Date; what: string }

/** Everything that was used, in the order in which it happened, below a summary for each item. */
export function accessLog(facts: EvidenceFacts): string | null {
  const entries = [
    ...facts.access.flatMap(courseEntries),
    ...facts.signIns.map(({ at, ipAddress, userAgent }) => ({
      at,
      what: ['Signed in', ipAddress && `from ${ipAddress}`, userAgent && `with ${userAgent}`]
        .filter(Boolean)
        .join(' '),
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  if (entries.length === 0) return null
  return [
    ...facts.access.map(summary),
    ...entries.map((entry) => `${moment(entry.at)}  ${entry.what}`),
  ].join('\n')
}

function summary(item: EvidenceFacts['access'][number]): string {
  const done = item.lessons.filter((lesson) => lesson.completedAt !== null).length
  const end = item.completedAt ? `, completed on ${moment(item.completedAt)}` : ''
  const lessons =
    item.kind === 'program'
      ? ''
      : `${plural(item.lessons.length, 'lesson')} opened, ${done} completed, `
  return `"${item.title}": ${lessons}${item.progressPercent} % of it done${end}.`
}

function courseEntries(item: EvidenceFacts['access'][number]): Entry[] {
  return [
    { at: item.openedAt, what: `Access to "${item.title}" opened` },
    ...item.lessons.flatMap((lesson) => [
      { at: lesson.openedAt, what: `Lesson "${lesson.title}" opened` },
      ...(lesson.completedAt
        ? [{ at: lesson.completedAt, what: `Lesson "${lesson.title}" completed` }]
        : []),
    ]),
    ...item.quizzes.map((quiz) => ({
      at: quiz.submittedAt,
      what: `Quiz "${quiz.title}", attempt ${quiz.number}: ${quiz.scorePercent} %`,
    })),
    ...(item.completedAt ? [{ at: item.completedAt, what: `"${item.title}" completed` }] : []),
  ]
}
