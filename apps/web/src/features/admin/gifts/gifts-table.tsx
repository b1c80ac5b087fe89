'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { PersonCell } from '../person-cell'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { GiftBadges } from './gift-badges'

type Row = AdminOutput['gifts']['adminList']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName'>

export function GiftsTable(props: Props) {
  const t = useTranslations('adminPurchases.gifts')
  const common = useTranslations('adminPurchases')
  const format = useFormatter()
  const day = (date: Date) => (
    <span className="whitespace-nowrap">{format.dateTime(date, { dateStyle: 'medium' })}</span>
  )
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => t('for', { recipient: row.recipientName ?? row.recipientEmail })}
      columns={[
        {
          id: 'recipient',
          header: t('recipient'),
          primary: true,
          sortable: true,
          hideable: false,
          className: 'md:min-w-44',
          cell: (row) => (
            <PersonCell
              person={{ name: row.recipientName, email: row.recipientEmail }}
              href={`/admin/gifts/${row.id}`}
            />
          ),
        },
        {
          id: 'offering',
          header: t('offering'),
          className: 'md:min-w-44',
          cell: (row) => row.offering.title,
        },
        {
          id: 'buyer',
          header: t('giver'),
          className: 'md:min-w-40',
          cell: (row) => <PersonCell person={row.buyer} />,
        },
        { id: 'state', header: common('state'), cell: (row) => <GiftBadges {...row} /> },
        {
          id: 'deliverAt',
          header: t('deliverAt'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => day(row.deliverAt),
        },
        {
          id: 'claimedAt',
          header: t('claimedColumn'),
          hideOnPhone: true,
          cell: (row) => (row.claimedAt ? day(row.claimedAt) : '–'),
        },
        {
          id: 'order',
          header: common('order'),
          cell: (row) => (
            <Link href={`/admin/orders/${row.order.id}`} className="whitespace-nowrap">
              {common('orderNumber', { number: row.order.number })}
            </Link>
          ),
        },
      ]}
    />
  )
}
