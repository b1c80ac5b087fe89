import type { EvidenceFacts, UsedBy } from './evidence-facts'
import { moment, plural } from './words'

type Entry = { at: Date; what: string }

/** Everything that was used, in the order in which it happened, below a summary for each item. */
export function accessLog(facts: EvidenceFacts): string | null {
  const entries = [
    ...facts.access.flatMap(courseEntries),
    ...facts.handedOver.flatMap(handedOverEntries),
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

/** Nothing of the buyer, of whom the log is about. */
const whose = (by: UsedBy): string => {
  if (by === 'buyer') return ''
  return by === 'gift' ? ' (by who claimed the gift)' : ` (by the holder of seat ${by.seat})`
}

function handedOverEntries(item: EvidenceFacts['handedOver'][number]): Entry[] {
  const what =
    item.by === 'gift' ? `The gift "${item.title}"` : `Seat ${item.by.seat} of "${item.title}"`
  return [
    {
      at: item.offeredAt,
      what: `${what} ${item.by === 'gift' ? 'was mailed to its recipient' : 'was assigned to somebody'}`,
    },
    { at: item.claimedAt, what: `${what} was claimed by its link` },
    { at: item.releasedAt, what: `${what} was taken back from its holder` },
  ].flatMap(({ at, what: text }) => (at === null ? [] : [{ at, what: text }]))
}

function summary(item: EvidenceFacts['access'][number]): string {
  const done = item.lessons.filter((lesson) => lesson.completedAt !== null).length
  const end = item.completedAt ? `, completed on ${moment(item.completedAt)}` : ''
  const lessons =
    item.kind === 'program'
      ? ''
      : `${plural(item.lessons.length, 'lesson')} opened, ${done} completed, `
  return `"${item.title}"${whose(item.by)}: ${lessons}${item.progressPercent} % of it done${end}.`
}

function courseEntries(item: EvidenceFacts['access'][number]): Entry[] {
  const by = whose(item.by)
  return [
    { at: item.openedAt, what: `Access to "${item.title}" opened${by}` },
    ...item.lessons.flatMap((lesson) => [
      { at: lesson.openedAt, what: `Lesson "${lesson.title}" opened${by}` },
      ...(lesson.completedAt
        ? [{ at: lesson.completedAt, what: `Lesson "${lesson.title}" completed${by}` }]
        : []),
    ]),
    ...item.quizzes.map((quiz) => ({
      at: quiz.submittedAt,
      what: `Quiz "${quiz.title}", attempt ${quiz.number}: ${quiz.scorePercent} %${by}`,
    })),
    ...(item.completedAt ? [{ at: item.completedAt, what: `"${item.title}" completed${by}` }] : []),
  ]
}
