'use client'

import { Badge } from '@archway/ui/badge'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { factSummary } from './fact-summary'
import { VerifyFacts } from './verify-facts'

type Row = AdminOutput['careers']['adminFacts']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName' | 'bulkActions'>

export function FactsTable(props: Props) {
  const t = useTranslations('adminCatalog.guides.facts')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.key}
      rowName={(row) => row.label}
      bulkActions={(selected, clear) => <VerifyFacts keys={selected} onDone={clear} />}
      columns={[
        {
          id: 'label',
          header: t('fact'),
          primary: true,
          sortable: true,
          hideable: false,
          className: 'min-w-60',
          cell: (row) => <Link href={`/admin/guides/facts/${row.key}`}>{row.label}</Link>,
        },
        { id: 'kind', header: t('field.kind'), cell: (row) => t(`kind.${row.kind}`) },
        {
          id: 'figure',
          header: t('figure'),
          className: 'md:min-w-36 md:max-w-72',
          cell: (row) => <span className="line-clamp-3">{factSummary(row)}</span>,
        },
        {
          id: 'publisher',
          header: t('source'),
          sortable: true,
          className: 'min-w-40',
          cell: (row) => (
            <a href={row.sourceUrl} rel="noopener" target="_blank">
              {row.sourcePublisher}
            </a>
          ),
        },
        {
          id: 'guides',
          header: t('usedIn'),
          className: 'md:min-w-44',
          cell: (row) =>
            row.guides.length === 0 ? (
              <Badge variant="outline">{t('unused')}</Badge>
            ) : (
              <span className="grid gap-0.5">
                {row.guides.map((guide) => (
                  <Link key={guide.slug} href={`/admin/guides/${guide.slug}`}>
                    {guide.title}
                  </Link>
                ))}
              </span>
            ),
        },
        {
          id: 'verifiedOn',
          header: t('field.verifiedOn'),
          sortable: true,
          firstDirection: 'desc',
          className: 'whitespace-nowrap',
          cell: (row) => day(row.verifiedOn),
        },
        {
          id: 'reviewBy',
          header: t('reviewBy'),
          sortable: true,
          className: 'whitespace-nowrap',
          cell: (row) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              {day(row.reviewBy)}
              {row.isOverdue ? <Badge variant="warning">{t('overdue')}</Badge> : null}
            </span>
          ),
        },
      ]}
    />
  )
}
