'use client'

import { Badge } from '@archway/ui/badge'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { GuideStatusBadge } from './guide-status-badge'

type Row = AdminOutput['careers']['adminList']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName' | 'bulkActions'>

export function GuidesTable(props: Props) {
  const t = useTranslations('adminCatalog.guides')
  const format = useFormatter()
  const day = (date: Date | null) => (date ? format.dateTime(date, { dateStyle: 'medium' }) : '–')
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.slug}
      rowName={(row) => row.title}
      columns={[
        {
          id: 'title',
          header: t('guide'),
          primary: true,
          sortable: true,
          hideable: false,
          className: 'min-w-56',
          cell: (row) => (
            <>
              <Link href={`/admin/guides/${row.slug}`}>{row.title}</Link>
              <span className="block font-normal text-muted-foreground">{row.question}</span>
            </>
          ),
        },
        {
          id: 'status',
          header: t('state'),
          cell: (row) => <GuideStatusBadge status={row.status} />,
        },
        {
          id: 'toDo',
          header: t('toDo'),
          cell: (row) => (
            <span className="flex flex-wrap gap-1">
              {row.problemCount > 0 ? (
                <Badge variant="danger">{t('problemCount', { count: row.problemCount })}</Badge>
              ) : null}
              {row.overdueCount > 0 ? (
                <Badge variant="warning">{t('overdueCount', { count: row.overdueCount })}</Badge>
              ) : null}
              {row.problemCount + row.overdueCount === 0 ? t('nothing') : null}
            </span>
          ),
        },
        {
          id: 'facts',
          header: t('factCount'),
          numeric: true,
          cell: (row) => (
            <Link href={`/admin/guides/facts?guide=${row.slug}`}>
              {format.number(row.factCount)}
            </Link>
          ),
        },
        {
          id: 'offerings',
          header: t('tab.offerings'),
          numeric: true,
          cell: (row) => (
            <Link href={`/admin/guides/${row.slug}/offerings`}>
              {format.number(row.offeringCount)}
            </Link>
          ),
        },
        {
          id: 'reviewBy',
          header: t('reviewBy'),
          sortable: true,
          className: 'whitespace-nowrap',
          cell: (row) => day(row.reviewBy),
        },
        {
          id: 'updatedAt',
          header: t('updated'),
          sortable: true,
          firstDirection: 'desc',
          className: 'whitespace-nowrap',
          cell: (row) => day(row.updatedAt),
        },
      ]}
    />
  )
}
