import { Timeline, TimelineItem, type TimelineItemProps } from '@archway/ui/timeline'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import { wordOr } from '../word-or'
import type { AdminDispute } from './dispute'
import { inOrder } from './in-order'

const tones: Record<string, TimelineItemProps['tone']> = {
  created: 'danger',
  funds_withdrawn: 'danger',
  funds_reinstated: 'success',
  submit_evidence: 'accent',
  close_dispute: 'warning',
}

type Step = { id: string; kind: string; at: Date; note: string | null }

/** What the bank did and what we answered, oldest first. */
export function HistoryPanel({ dispute, formats }: { dispute: AdminDispute; formats: Formats }) {
  const t = useTranslations('adminDisputes.history')
  const noteOf = (answer: AdminDispute['answers'][number]) => {
    if (answer.state === 'failed') return t('refused', { error: answer.error ?? '' })
    return answer.settledAt === null ? t('underway') : null
  }
  const steps = inOrder<Step>([
    ...dispute.events.map((event) => ({
      id: event.id,
      kind: event.type.replace('charge.dispute.', ''),
      at: event.occurredAt,
      note: null,
    })),
    ...dispute.answers.map((answer) => ({
      id: answer.id,
      kind: answer.kind,
      at: answer.createdAt,
      note: noteOf(answer),
    })),
  ])
  return (
    <Panel title={t('title')}>
      {steps.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('empty')}</p>
      ) : (
        <Timeline>
          {steps.map((step) => (
            <TimelineItem
              key={step.id}
              tone={tones[step.kind] ?? 'neutral'}
              title={wordOr(t, step.kind, step.kind)}
              time={<time dateTime={step.at.toISOString()}>{formats.dateTime(step.at)}</time>}
            >
              {step.note}
            </TimelineItem>
          ))}
        </Timeline>
      )}
    </Panel>
  )
}
