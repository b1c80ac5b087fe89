import { EmptyState } from '@archway/ui/empty-state'
import { Timeline, TimelineItem } from '@archway/ui/timeline'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { auditWord } from '../audit/audit-word'
import { fieldChanges } from './field-changes'

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
        const changes = fieldChanges(entry.before, entry.after)
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
                <dl className="mt-2 grid gap-3">
                  {changes.map(({ field, before, after }) => (
                    <div key={field} className="grid gap-1">
                      <dt className="font-medium text-foreground">{field}</dt>
                      {before ? (
                        <dd className="overflow-x-auto whitespace-pre-wrap break-words rounded-sm bg-danger-muted px-2 py-1 text-foreground">
                          <span className="sr-only">{t('before')}</span>
                          <del className="no-underline">{before}</del>
                        </dd>
                      ) : null}
                      {after ? (
                        <dd className="overflow-x-auto whitespace-pre-wrap break-words rounded-sm bg-success-muted px-2 py-1 text-foreground">
                          <span className="sr-only">{t('after')}</span>
                          <ins className="no-underline">{after}</ins>
                        </dd>
                      ) : null}
                    </div>
                  ))}
                </dl>
              </details>
            ) : null}
          </TimelineItem>
        )
      })}
    </Timeline>
  )
}
