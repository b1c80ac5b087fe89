import { Timeline, TimelineItem, type TimelineItemProps } from '@archway/ui/timeline'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { auditWord } from '../audit/audit-word'
import { Panel } from '../panel'
import { wordOr } from '../word-or'
import type { AdminSubscription } from './subscription'

type Entry = AdminSubscription['timeline'][number]

const tones: Record<Entry['kind'], TimelineItemProps['tone']> = {
  started: 'neutral',
  status: 'accent',
  staff: 'warning',
  mail: 'neutral',
  command: 'neutral',
}

/** What happened to a membership, oldest first: its states, mails, commands, and what staff did. */
export function HistoryPanel({
  timeline,
  formats,
}: {
  timeline: AdminSubscription['timeline']
  formats: Formats
}) {
  const t = useTranslations('adminSubscriptions.history')
  const statuses = useTranslations('membership.status')
  const commands = useTranslations('adminOperations.orders.commands.kind')
  const mails = useTranslations('adminOperations.attention.templates')
  const audit = useTranslations('admin.audit')
  const titleOf = ({ kind, key }: Entry): string => {
    switch (kind) {
      case 'started':
        return t('started')
      case 'status':
        return t('became', { status: wordOr(statuses, key, key) })
      case 'staff':
        return auditWord(audit, 'action', `subscription.${key}`)
      case 'mail':
        return t('mailed', { mail: wordOr(mails, key, key) })
      case 'command':
        return t('asked', { command: wordOr(commands, key, key) })
    }
  }
  return (
    <Panel title={t('title')}>
      <Timeline>
        {timeline.map((entry) => (
          <TimelineItem
            key={entry.id}
            tone={tones[entry.kind]}
            title={titleOf(entry)}
            time={<time dateTime={entry.at.toISOString()}>{formats.dateTime(entry.at)}</time>}
          >
            {entry.by ? <span className="break-all">{entry.by}</span> : null}
            {entry.note ? <q className="block italic">{entry.note}</q> : null}
          </TimelineItem>
        ))}
      </Timeline>
    </Panel>
  )
}
