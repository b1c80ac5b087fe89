'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { PersonCell } from '../person-cell'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { PoolStateBadge } from './pool-state'

type Row = AdminOutput['seats']['adminList']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName'>

export function PoolsTable(props: Props) {
  const t = useTranslations('adminPurchases.seats')
  const common = useTranslations('adminPurchases')
  const format = useFormatter()
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => t('of', { title: row.offering.title })}
      columns={[
        {
          id: 'offering',
          header: t('offering'),
          primary: true,
          hideable: false,
          className: 'md:min-w-52',
          cell: (row) => <Link href={`/admin/seats/${row.id}`}>{row.offering.title}</Link>,
        },
        {
          id: 'owner',
          header: t('owner'),
          sortable: true,
          className: 'md:min-w-44',
          cell: (row) => <PersonCell person={row.owner} />,
        },
        {
          id: 'state',
          header: common('state'),
          cell: (row) => <PoolStateBadge state={row.state} />,
        },
        {
          id: 'quantity',
          header: t('bought'),
          numeric: true,
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => format.number(row.quantity),
        },
        {
          id: 'claimed',
          header: t('claimed'),
          numeric: true,
          cell: (row) => format.number(row.counts.claimed),
        },
        {
          id: 'invited',
          header: t('invited'),
          numeric: true,
          cell: (row) => format.number(row.counts.invited),
        },
        {
          id: 'free',
          header: t('free'),
          numeric: true,
          cell: (row) => format.number(row.counts.free),
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
        {
          id: 'createdAt',
          header: t('boughtAt'),
          sortable: true,
          firstDirection: 'desc',
          hideOnPhone: true,
          cell: (row) => (
            <span className="whitespace-nowrap">
              {format.dateTime(row.createdAt, { dateStyle: 'medium' })}
            </span>
          ),
        },
      ]}
    />
  )
}
