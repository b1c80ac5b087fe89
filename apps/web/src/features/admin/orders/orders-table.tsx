'use client'

import { formatMoney } from '@archway/api/shared/money'
import { Badge } from '@archway/ui/badge'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { PersonCell } from '../person-cell'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { OrderStatusBadge } from './order-status'
import { ResyncSelected } from './resync-selected'
import { knownReview } from './review-text'

type Row = AdminOutput['orders']['adminList']['rows'][number]

type Props = Omit<
  AdminTableProps<Row>,
  'label' | 'columns' | 'rowKey' | 'rowName' | 'bulkActions'
> & {
  canResync: boolean
}

export function OrdersTable({ canResync, ...props }: Props) {
  const t = useTranslations('adminOperations.orders')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => t('number', { number: row.number })}
      bulkActions={
        canResync
          ? (selected, clear) => <ResyncSelected orderIds={selected} onDone={clear} />
          : undefined
      }
      columns={[
        {
          id: 'number',
          header: t('numberColumn'),
          primary: true,
          sortable: true,
          firstDirection: 'desc',
          hideable: false,
          cell: (row) => (
            <Link href={`/admin/orders/${row.id}`} className="whitespace-nowrap tabular-nums">
              {t('number', { number: row.number })}
            </Link>
          ),
        },
        {
          id: 'person',
          header: t('buyer'),
          className: 'md:min-w-44',
          cell: (row) => (
            <PersonCell
              person={{ name: row.person ? row.person.name : t('guest'), email: row.email }}
            />
          ),
        },
        {
          id: 'titles',
          header: t('items'),
          className: 'md:min-w-48',
          cell: (row) => <span className="line-clamp-2 max-w-72">{row.titles.join(', ')}</span>,
        },
        {
          id: 'status',
          header: t('status'),
          sortable: true,
          cell: (row) => (
            <span className="flex flex-wrap gap-1">
              <OrderStatusBadge status={row.status} />
              {row.review ? <ReviewBadge review={row.review} /> : null}
            </span>
          ),
        },
        {
          id: 'total',
          header: t('total'),
          numeric: true,
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => formatMoney({ amountMinor: row.totalMinor, currency: row.currency }),
        },
        {
          id: 'refunded',
          header: t('refunded'),
          numeric: true,
          hideOnPhone: true,
          cell: (row) =>
            row.refundedMinor > 0n
              ? formatMoney({ amountMinor: row.refundedMinor, currency: row.currency })
              : '–',
        },
        {
          id: 'createdAt',
          header: t('placed'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => <span className="whitespace-nowrap">{day(row.createdAt)}</span>,
        },
        {
          id: 'paidAt',
          header: t('paid'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => (
            <span className="whitespace-nowrap">{row.paidAt ? day(row.paidAt) : '–'}</span>
          ),
        },
      ]}
    />
  )
}

function ReviewBadge({ review }: { review: string }) {
  const t = useTranslations('adminOperations.orders')
  const reason = knownReview(review)
  return <Badge variant="danger">{reason ? t(`review.${reason}`) : review}</Badge>
}
