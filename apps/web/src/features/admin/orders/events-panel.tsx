import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import { EventStateBadge } from '../webhooks/event-state'
import type { AdminOrder } from './admin-order'

/** Webhook events about an order, oldest first. */
export function EventsPanel({
  events,
  description,
  formats,
}: {
  events: AdminOrder['events']
  /** about what they are; of an order when not said */
  description?: string
  formats: Formats
}) {
  const t = useTranslations('adminOperations.orders.events')
  return (
    <Panel title={t('title')} description={description ?? t('description')}>
      {events.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('empty')}</p>
      ) : (
        <ul className="divide-y divide-border border-border border-y text-sm">
          {events.map((event) => (
            <li
              key={event.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5"
            >
              <span className="flex min-w-0 flex-wrap items-center gap-2">
                <Link href={`/admin/webhooks/${event.id}`} className="break-all">
                  {event.type}
                </Link>
                <EventStateBadge state={event.state} />
                {event.deliveries > 1 ? (
                  <span className="text-muted-foreground">
                    {t('deliveries', { count: event.deliveries })}
                  </span>
                ) : null}
              </span>
              <span className="text-muted-foreground tabular-nums">
                {formats.dateTime(event.occurredAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
