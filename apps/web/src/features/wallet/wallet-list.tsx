import type { WalletEntry } from '@archway/api/wallet/schema'
import { Badge } from '@archway/ui/badge'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { calculatorPath, heldPath } from '@/lib/paths'

const dayOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** What somebody holds: ours, which anybody can check, and what they told us of others. */
export function WalletList({
  entries,
  formats,
  today,
}: {
  entries: readonly WalletEntry[]
  formats: Formats
  today: string
}) {
  const t = useTranslations('wallet')
  const day = (value: string) => formats.day(dayOf(value))
  return (
    <ul className="divide-y divide-border rounded-lg border border-border bg-surface">
      {entries.map((entry) => {
        const hasEnded = entry.validUntil !== null && entry.validUntil <= today
        return (
          <li
            key={entry.id}
            className="flex justify-between gap-x-8 gap-y-3 p-5 max-sm:flex-col sm:items-start"
          >
            <div className="min-w-0">
              <p className="font-medium">
                {entry.url ? (
                  <a href={entry.url} className="hover:underline">
                    {entry.title}
                  </a>
                ) : (
                  entry.title
                )}
              </p>
              <p className="text-muted-foreground text-sm">
                {t('list.earned', { issuer: entry.issuer, date: day(entry.earnedOn) })}
                {entry.number ? ` · ${t('list.number', { number: entry.number })}` : ''}
              </p>
              <p className="text-sm">
                {entry.validUntil === null
                  ? t('list.noEnd')
                  : t(hasEnded ? 'list.ended' : 'list.until', { date: day(entry.validUntil) })}
              </p>
            </div>
            <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 text-sm">
              <Badge variant={hasEnded ? 'warning' : entry.kind === 'own' ? 'success' : 'neutral'}>
                {t(hasEnded ? 'list.hasEnded' : `list.${entry.kind}`)}
              </Badge>
              {entry.slug ? (
                <Link
                  href={`${calculatorPath(entry.slug)}?passed=${entry.earnedOn}`}
                  className="text-link"
                >
                  {t('list.calculate')}
                </Link>
              ) : null}
              {entry.kind === 'told' ? (
                <Link href={heldPath(entry.id)} className="text-link">
                  {t('list.edit')}
                </Link>
              ) : null}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
