'use client'

import { formatMoney } from '@archway/api/shared/money'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { PersonCell } from '../person-cell'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { wordOr } from '../word-or'
import { DaysLeft } from './days-left'
import { DisputeStatus } from './dispute-status'

type Row = AdminOutput['disputes']['adminList']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName'>

export function DisputesTable(props: Props) {
  const t = useTranslations('adminDisputes')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => t('ofOrder', { number: row.order.number })}
      columns={[
        {
          id: 'number',
          header: t('order'),
          primary: true,
          sortable: true,
          firstDirection: 'desc',
          hideable: false,
          cell: (row) => (
            <Link href={`/admin/disputes/${row.id}`} className="whitespace-nowrap tabular-nums">
              {t('orderNumber', { number: row.order.number })}
            </Link>
          ),
        },
        {
          id: 'buyer',
          header: t('buyer'),
          className: 'md:min-w-44',
          cell: (row) => <PersonCell person={row.order} />,
        },
        {
          id: 'state',
          header: t('state'),
          cell: (row) => <DisputeStatus status={row.status} group={row.group} />,
        },
        {
          id: 'due',
          header: t('due'),
          sortable: true,
          firstDirection: 'asc',
          cell: (row) =>
            row.daysLeft === null || row.evidenceDueBy === null ? (
              '–'
            ) : (
              <span className="block whitespace-nowrap">
                <DaysLeft days={row.daysLeft} />
                <span className="block text-muted-foreground text-xs">
                  {day(row.evidenceDueBy)}
                </span>
              </span>
            ),
        },
        {
          id: 'amount',
          header: t('amount'),
          numeric: true,
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => formatMoney(row),
        },
        {
          id: 'reason',
          header: t('reason'),
          hideOnPhone: true,
          cell: (row) => wordOr(t, `reasons.${row.reason}`, row.reason),
        },
        {
          id: 'createdAt',
          header: t('opened'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => <span className="whitespace-nowrap">{day(row.createdAt)}</span>,
        },
      ]}
    />
  )
}
