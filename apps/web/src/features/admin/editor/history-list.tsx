import { EmptyState } from '@archway/ui/empty-state'
import { Timeline, TimelineItem } from '@archway/ui/timeline'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { auditWord } from '../audit/audit-word'
import { diffEntry } from '../audit/diff-entry'
import { DiffList } from '../audit/diff-list'

type Entry = AdminOutput['audit']['adminList']['rows'][number]

/** What was done, by whom and why, newest first, with each field before and after. */
export function HistoryList({ entries }: { entries: Entry[] }) {
  const t = useTranslations('adminCatalog.history')
  const words = useTranslations('admin.audit')
  const format = useFormatter()
  if (entries.length === 0)
    return <EmptyState title={t('emptyTitle')} description={t('emptyText')} />
  return (
    <Timeline className="max-w-4xl">
      {entries.map((entry) => {
        const changes = diffEntry(entry.before, entry.after).filter(
          ({ change }) => change !== 'same',
        )
        return (
          <TimelineItem
            key={entry.id}
            title={auditWord(words, 'action', entry.action)}
            time={
              <time dateTime={entry.at.toISOString()}>
                {format.dateTime(entry.at, { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
            }
          >
            <p>{t('by', { name: entry.actorName })}</p>
            {entry.reason ? <p>{t('reason', { reason: entry.reason })}</p> : null}
            {changes.length > 0 ? (
              <details className="mt-1">
                <summary className="cursor-pointer text-link">
                  {t('changes', { count: changes.length })}
                </summary>
                <div className="mt-2 text-foreground">
                  <DiffList rows={changes} />
                </div>
              </details>
            ) : null}
          </TimelineItem>
        )
      })}
    </Timeline>
  )
}
