'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { eventNote } from './event-note'
import { EventStateBadge } from './event-state'
import { TargetLink } from './target-link'

type Row = AdminOutput['payments']['adminEvents']['rows'][number]

type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName' | 'bulkActions'>

export function EventsTable(props: Props) {
  const t = useTranslations('adminOperations.webhooks')
  const format = useFormatter()
  const time = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => row.id}
      columns={[
        {
          id: 'type',
          header: t('type'),
          primary: true,
          sortable: true,
          hideable: false,
          cell: (row) => (
            <Link href={`/admin/webhooks/${row.id}`} className="break-words md:whitespace-nowrap">
              {row.type}
            </Link>
          ),
        },
        {
          id: 'state',
          header: t('state'),
          className: 'md:min-w-36',
          cell: (row) => (
            <span className="grid justify-items-start gap-0.5 max-md:justify-items-end">
              <EventStateBadge state={row.state} />
              {row.note ? (
                <span className="text-muted-foreground text-xs">{eventNote(t, row.note)}</span>
              ) : null}
            </span>
          ),
        },
        {
          id: 'target',
          header: t('target'),
          cell: (row) =>
            row.targetKey ? <TargetLink targetKey={row.targetKey} number={row.orderNumber} /> : '–',
        },
        {
          id: 'deliveries',
          header: t('deliveries'),
          numeric: true,
          hideOnPhone: true,
          cell: (row) => row.deliveries,
        },
        {
          id: 'occurredAt',
          header: t('occurred'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => <span className="whitespace-nowrap">{time(row.occurredAt)}</span>,
        },
        {
          id: 'receivedAt',
          header: t('received'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => <span className="whitespace-nowrap">{time(row.receivedAt)}</span>,
        },
      ]}
    />
  )
}
