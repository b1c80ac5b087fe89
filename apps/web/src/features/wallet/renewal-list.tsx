import type { RenewalEvent } from '@archway/api/wallet/rules/renewal-calendar'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'

/** What is to be done when, soonest first. */
export function RenewalList({
  events,
  formats,
}: {
  events: readonly RenewalEvent[]
  formats: Formats
}) {
  const t = useTranslations('wallet.calendar')
  return (
    <ol className="grid gap-px overflow-hidden rounded-lg border border-border bg-border">
      {events.map(({ entryId, kind, on, title }) => (
        <li
          key={`${entryId}-${kind}`}
          className="grid gap-x-6 bg-surface px-5 py-3 sm:grid-cols-[9rem_1fr]"
        >
          <time dateTime={on} className="font-medium tabular-nums">
            {formats.day(new Date(`${on}T00:00:00Z`))}
          </time>
          <span>{t(kind, { title })}</span>
        </li>
      ))}
    </ol>
  )
}
