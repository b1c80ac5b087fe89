'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { PersonCell } from '../person-cell'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { VoucherStateBadge } from './voucher-state'

type Row = AdminOutput['exams']['adminVouchers']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName'>

export function VouchersTable(props: Props) {
  const t = useTranslations('adminPurchases.vouchers')
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
      rowName={(row) => row.offering.title}
      columns={[
        {
          id: 'owner',
          header: t('owner'),
          primary: true,
          sortable: true,
          hideable: false,
          className: 'md:min-w-44',
          cell: (row) => <PersonCell person={row.owner} />,
        },
        {
          id: 'offering',
          header: t('exam'),
          className: 'md:min-w-44',
          cell: (row) => row.offering.title,
        },
        {
          id: 'state',
          header: common('state'),
          cell: (row) => <VoucherStateBadge state={row.state} />,
        },
        {
          id: 'validUntil',
          header: t('validUntil'),
          sortable: true,
          firstDirection: 'asc',
          cell: (row) => day(row.validUntil),
        },
        {
          id: 'usedAt',
          header: t('usedAt'),
          hideOnPhone: true,
          cell: (row) => (row.usedAt ? day(row.usedAt) : '–'),
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
          cell: (row) => day(row.createdAt),
        },
      ]}
    />
  )
}
