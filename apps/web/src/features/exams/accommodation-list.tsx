import type { MyAccommodation } from '@archway/api/exams/reads/accommodations'
import { Badge } from '@archway/ui/badge'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'

const tones = {
  requested: 'info',
  approved: 'success',
  refused: 'neutral',
  ended: 'neutral',
} as const satisfies Record<MyAccommodation['state'], string>
const quiet = 'text-muted-foreground text-sm'

/** The last day of an agreement, whose end is exclusive. */
const lastDay = (end: Date) => new Date(end.getTime() - 1)

/** What somebody asked for and what the board answered. */
export async function AccommodationList({
  accommodations,
  formats,
  isOfOneExam = false,
}: {
  accommodations: readonly MyAccommodation[]
  formats: Formats
  /** the page is about that exam and need not name it */
  isOfOneExam?: boolean
}) {
  const t = await getTranslations('exams.accommodation')
  return (
    <ul className="divide-y divide-border rounded-lg border border-border bg-surface">
      {accommodations.map(({ id, exam, state, request, answer, timeMultiplier, ...row }) => (
        <li key={id} className="grid gap-3 p-5">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <div>
              {isOfOneExam ? null : <p className="font-medium">{exam.title}</p>}
              <p className={quiet}>{t('asked', { date: formats.date(row.askedAt) })}</p>
            </div>
            <Badge variant={tones[state]}>{t(`state.${state}`)}</Badge>
          </div>
          <p className="whitespace-pre-line">{request}</p>
          {timeMultiplier !== null && row.validUntil ? (
            <p className="font-medium">
              {t('moreTime', {
                factor: timeMultiplier,
                date: formats.day(lastDay(row.validUntil)),
              })}
            </p>
          ) : null}
          {answer ? (
            <div className="grid gap-1">
              <p className="font-medium text-sm">{t('answer')}</p>
              <p className="whitespace-pre-line">{answer}</p>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
