'use client'

import { formatMoney } from '@archway/api/shared/money'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { PayoutStateBadge } from './payout-state'

type Row = AdminOutput['payouts']['list']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName'>

export function PayoutsTable(props: Props) {
  const t = useTranslations('adminPayouts')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => t('number', { number: row.number })}
      columns={[
        {
          id: 'number',
          header: t('payout'),
          primary: true,
          sortable: true,
          firstDirection: 'desc',
          hideable: false,
          cell: (row) => (
            <Link href={`/admin/payouts/${row.id}`} className="whitespace-nowrap tabular-nums">
              {t('number', { number: row.number })}
            </Link>
          ),
        },
        { id: 'provider', header: t('provider'), cell: (row) => row.provider },
        {
          id: 'state',
          header: t('state'),
          cell: (row) => (
            <span className="block">
              <PayoutStateBadge state={row.state} />
              {row.reason ? (
                <span className="mt-1 block max-w-72 text-muted-foreground text-xs">
                  {t(`reasons.${row.reason}`)}
                </span>
              ) : null}
            </span>
          ),
        },
        {
          id: 'amountMinor',
          header: t('amount'),
          numeric: true,
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => formatMoney(row),
        },
        {
          id: 'createdAt',
          header: t('created'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => <span className="whitespace-nowrap">{day(row.createdAt)}</span>,
        },
        {
          id: 'sentAt',
          header: t('sent'),
          hideOnPhone: true,
          cell: (row) => (
            <span className="whitespace-nowrap">{row.sentAt ? day(row.sentAt) : '–'}</span>
          ),
        },
      ]}
    />
  )
}
