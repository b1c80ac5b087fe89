import type { TimelineEntry } from '@archway/api/orders/schema/order'
import { Timeline, TimelineItem, type TimelineItemProps } from '@archway/ui/timeline'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import type { AdminOrder } from './admin-order'

const tones: Record<TimelineEntry['kind'], TimelineItemProps['tone']> = {
  created: 'neutral',
  checkout_opened: 'neutral',
  payment_declined: 'danger',
  paid: 'success',
  payment_failed: 'danger',
  expired: 'neutral',
  cancelled: 'neutral',
  refund_started: 'warning',
  refunded: 'accent',
  refund_failed: 'danger',
  dispute_opened: 'danger',
  dispute_won: 'success',
  dispute_lost: 'danger',
}

/** What happened to an order, oldest first. */
export function HistoryPanel({ order, formats }: { order: AdminOrder; formats: Formats }) {
  const t = useTranslations('adminOperations.orders')
  const words = useTranslations('orders.timeline')
  return (
    <Panel title={t('timeline')}>
      <Timeline>
        {order.timeline.map((entry, index) => (
          <TimelineItem
            key={`${entry.kind} ${index}`}
            tone={tones[entry.kind]}
            title={words(entry.kind)}
            time={<time dateTime={entry.at.toISOString()}>{formats.dateTime(entry.at)}</time>}
          >
            {entry.amountMinor === null
              ? null
              : formats.money({ amountMinor: entry.amountMinor, currency: order.currency })}
          </TimelineItem>
        ))}
      </Timeline>
    </Panel>
  )
}
