'use client'

import { Badge } from '@archway/ui/badge'
import { ProgressBar } from '@archway/ui/progress'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { lastMomentBefore } from '../day-range'
import { AdminTable, type AdminTableProps } from '../table/admin-table'

type Row = AdminOutput['enrolments']['adminList']['rows'][number]

type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName' | 'bulkActions'>

export function EnrolmentsTable(props: Props) {
  const t = useTranslations('adminOperations.enrolments')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.enrolmentId}
      rowName={(row) => t('rowName', { person: row.person.email, title: row.offering.title })}
      columns={[
        {
          id: 'person',
          header: t('person'),
          primary: true,
          sortable: true,
          hideable: false,
          cell: (row) => (
            <Link
              href={`/admin/enrolments/${row.person.id}/${row.offering.id}`}
              className="break-all md:whitespace-nowrap"
            >
              {row.person.email}
            </Link>
          ),
        },
        {
          id: 'offering',
          header: t('offering'),
          sortable: true,
          className: 'md:min-w-44',
          cell: (row) => <span className="line-clamp-2">{row.offering.title}</span>,
        },
        {
          id: 'access',
          header: t('access'),
          cell: (row) =>
            row.access.hasAccess ? (
              <Badge variant="success">
                {row.access.until
                  ? t('accessUntil', { date: day(lastMomentBefore(row.access.until)) })
                  : t('hasAccess')}
              </Badge>
            ) : (
              <Badge variant="neutral">{t('noAccess')}</Badge>
            ),
        },
        {
          id: 'progress',
          header: t('progress'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => (
            <span className="flex items-center gap-2">
              <ProgressBar
                value={row.progressPercent}
                label={t('progress')}
                className="w-20 max-md:hidden"
              />
              <span className="tabular-nums">
                {format.number(row.progressPercent / 100, { style: 'percent' })}
              </span>
            </span>
          ),
        },
        {
          id: 'startedAt',
          header: t('started'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => <span className="whitespace-nowrap">{day(row.startedAt)}</span>,
        },
        {
          id: 'lastActivityAt',
          header: t('lastActivity'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => <span className="whitespace-nowrap">{day(row.lastActivityAt)}</span>,
        },
        {
          id: 'completedAt',
          header: t('completed'),
          cell: (row) => (
            <span className="whitespace-nowrap">
              {row.completedAt ? day(row.completedAt) : '–'}
            </span>
          ),
        },
      ]}
    />
  )
}
