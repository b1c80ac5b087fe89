'use client'

import { formatMoney } from '@archway/api/shared/money'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { PersonCell } from '../person-cell'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { nextStepOf } from './next-step'
import { SubscriptionStatusBadges } from './subscription-status'

type Row = AdminOutput['subscriptions']['adminList']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName'>

export function SubscriptionsTable(props: Props) {
  const t = useTranslations('adminSubscriptions')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  const next = (row: Row) => {
    const step = nextStepOf(row)
    return step ? t(`next.${step.kind}`, { date: day(step.at) }) : '–'
  }
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => t('of', { name: row.person.name ?? row.person.email })}
      columns={[
        {
          id: 'person',
          header: t('person'),
          primary: true,
          sortable: true,
          hideable: false,
          className: 'md:min-w-44',
          cell: (row) => <PersonCell person={row.person} href={`/admin/subscriptions/${row.id}`} />,
        },
        {
          id: 'status',
          header: t('status'),
          sortable: true,
          cell: (row) => <SubscriptionStatusBadges {...row} />,
        },
        {
          id: 'plan',
          header: t('plan'),
          className: 'whitespace-nowrap tabular-nums',
          cell: (row) => t(`price.${row.period}`, { price: formatMoney(row) }),
        },
        { id: 'periodEnd', header: t('nextColumn'), sortable: true, cell: next },
        {
          id: 'payments',
          header: t('payments'),
          numeric: true,
          hideOnPhone: true,
          cell: (row) => format.number(row.payments),
        },
        {
          id: 'createdAt',
          header: t('since'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => (
            <span className="whitespace-nowrap">{day(row.startedAt ?? row.createdAt)}</span>
          ),
        },
      ]}
    />
  )
}
