import { Badge } from '@archway/ui/badge'
import { useFormatter, useTranslations } from 'next-intl'
import { type NotedFact, sourceId } from './noted-facts'

/** The raised number that leads to the source of a figure. */
export function FactNote({ noted }: { noted: NotedFact }) {
  const t = useTranslations('careers')
  const { number, fact } = noted
  return (
    <sup className="ms-px font-medium text-[0.68em] leading-none">
      <a
        href={`#${sourceId(number)}`}
        aria-label={t('guide.noteFor', { number, publisher: fact.sourcePublisher })}
        className="rounded-xs text-accent underline-offset-2 hover:underline"
      >
        {number}
      </a>
    </sup>
  )
}

/** Says that a figure should have been looked at again. Nothing for a fresh one. */
export function OverdueMark({ noted }: { noted: NotedFact }) {
  const t = useTranslations('careers')
  const format = useFormatter()
  if (!noted.isOverdue) return null
  return (
    <>
      {' '}
      <Badge variant="warning" className="whitespace-normal align-middle">
        {t('guide.overdueSince', {
          date: format.dateTime(noted.fact.reviewBy, { dateStyle: 'medium' }),
        })}
      </Badge>
    </>
  )
}

/** A figure with the note of its source. */
export function FactValue({ noted, className }: { noted: NotedFact; className?: string }) {
  return (
    <>
      <span className={className}>{noted.text}</span>
      <FactNote noted={noted} />
      <OverdueMark noted={noted} />
    </>
  )
}
