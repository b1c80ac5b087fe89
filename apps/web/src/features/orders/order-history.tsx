import type { MyOrderOutput, TimelineEntry } from '@archway/api/orders/schema/order'
import { Timeline, TimelineItem, type TimelineItemProps } from '@archway/ui/timeline'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'

const tones: Partial<Record<TimelineEntry['kind'], TimelineItemProps['tone']>> = {
  paid: 'success',
  dispute_won: 'success',
  payment_declined: 'warning',
  payment_failed: 'danger',
  refund_failed: 'danger',
  dispute_opened: 'danger',
  dispute_lost: 'danger',
}

/** What happened to an order, oldest first. */
export async function OrderHistory({
  order,
  formats,
}: {
  order: Pick<MyOrderOutput, 'timeline' | 'currency'>
  formats: Formats
}) {
  const t = await getTranslations('orders')
  return (
    <section className="grid gap-4 print:hidden">
      <h2 className="font-semibold text-lg">{t('history')}</h2>
      <Timeline>
        {order.timeline.map((entry) => (
          <TimelineItem
            key={`${entry.kind}-${entry.at.toISOString()}`}
            title={t(`timeline.${entry.kind}`)}
            tone={tones[entry.kind]}
            time={<time dateTime={entry.at.toISOString()}>{formats.dateTime(entry.at)}</time>}
          >
            {entry.amountMinor === null
              ? null
              : formats.money({ amountMinor: entry.amountMinor, currency: order.currency })}
          </TimelineItem>
        ))}
      </Timeline>
    </section>
  )
}
