import { Badge } from '@archway/ui/badge'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { ItemStateBadge } from './item-state-badge'
import { plainText } from './plain-text'

type Row = AdminOutput['bank']['waiting'][number]

/** Versions that wait for a reviewer; one's own are marked and wait for somebody else. */
export function WaitingList({ rows }: { rows: Row[] }) {
  const t = useTranslations('adminItems')
  const format = useFormatter()
  return (
    <ul className="divide-y divide-border rounded-lg border border-border bg-surface">
      {rows.map((row) => (
        <li
          key={row.versionId}
          className="flex flex-col gap-3 px-5 py-4 sm:flex-row sm:items-center sm:justify-between sm:gap-6"
        >
          <div className="grid min-w-0 gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link href={`/admin/items/${row.id}`} className="font-medium text-link">
                {row.code}
              </Link>
              <ItemStateBadge state={row.state} />
              {row.isOwn ? <Badge variant="outline">{t('review.own')}</Badge> : null}
            </p>
            <p className="line-clamp-2 max-w-prose text-sm">{plainText(row.stem)}</p>
            <p className="text-muted-foreground text-sm">
              {[
                t(`kind.${row.kind}`),
                t('page.version', { number: row.number }),
                t('review.writtenBy', {
                  name: row.authorName ?? '–',
                  date: format.dateTime(row.writtenAt, { dateStyle: 'medium' }),
                }),
              ].join(' · ')}
            </p>
          </div>
          {row.isOwn ? null : (
            <LinkButton
              href={`/admin/items/${row.id}`}
              linkComponent={Link}
              variant="secondary"
              size="sm"
            >
              {t('review.open')}
            </LinkButton>
          )}
        </li>
      ))}
    </ul>
  )
}
