import { Timeline, TimelineItem } from '@archway/ui/timeline'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import { auditWord } from './audit-word'

type Entry = { id: string; at: Date; actorName: string; action: string; reason: string | null }

/** What staff and our own jobs did about something, newest first. */
export function AuditTrail({
  entries,
  formats,
  canOpen,
}: {
  entries: readonly Entry[]
  formats: Formats
  /** the reader may see the audit log itself */
  canOpen: boolean
}) {
  const t = useTranslations('adminOperations.audit')
  const words = useTranslations('admin.audit')
  return (
    <Panel title={t('trail')}>
      {entries.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('trailEmpty')}</p>
      ) : (
        <Timeline>
          {entries.map((entry) => (
            <TimelineItem
              key={entry.id}
              title={
                canOpen ? (
                  <Link href={`/admin/audit/${entry.id}`}>
                    {auditWord(words, 'action', entry.action)}
                  </Link>
                ) : (
                  auditWord(words, 'action', entry.action)
                )
              }
              time={<time dateTime={entry.at.toISOString()}>{formats.dateTime(entry.at)}</time>}
            >
              <span className="break-all">{entry.actorName}</span>
              {entry.reason ? <q className="block italic">{entry.reason}</q> : null}
            </TimelineItem>
          ))}
        </Timeline>
      )}
    </Panel>
  )
}
