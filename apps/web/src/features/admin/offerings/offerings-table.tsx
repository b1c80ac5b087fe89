'use client'

import type { AdminOfferingRow } from '@archway/api/catalog/schema/editing'
import { formatMoney } from '@archway/api/shared/money'
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { BulkSteps } from './bulk-steps'
import { OfferingStatusBadge } from './offering-status-badge'

type Props = Omit<
  AdminTableProps<AdminOfferingRow>,
  'label' | 'columns' | 'rowKey' | 'rowName' | 'bulkActions'
> & { canPublish: boolean }

export function OfferingsTable({ canPublish, ...props }: Props) {
  const t = useTranslations('adminCatalog.offerings')
  const format = useFormatter()
  const locale = useLocale()
  const day = (date: Date | null) => (date ? format.dateTime(date, { dateStyle: 'medium' }) : '–')
  return (
    <AdminTable<AdminOfferingRow>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => row.title}
      bulkActions={
        canPublish ? (selected, clear) => <BulkSteps ids={selected} onDone={clear} /> : undefined
      }
      columns={[
        {
          id: 'title',
          header: t('column.title'),
          primary: true,
          sortable: true,
          hideable: false,
          className: 'min-w-64',
          cell: (row) => <Link href={`/admin/offerings/${row.id}`}>{row.title}</Link>,
        },
        {
          id: 'status',
          header: t('column.status'),
          sortable: true,
          cell: (row) => <OfferingStatusBadge status={row.status} />,
        },
        {
          id: 'kind',
          header: t('column.kind'),
          cell: (row) => (
            <span>
              {t(`kind.${row.kind}`)}
              <span className="block text-muted-foreground text-xs">
                {t(`origin.${row.origin}`)}
              </span>
            </span>
          ),
        },
        {
          id: 'provider',
          header: t('column.provider'),
          sortable: true,
          className: 'min-w-32',
          cell: (row) => row.provider.name,
        },
        {
          id: 'prices',
          header: t('column.prices'),
          numeric: true,
          className: 'whitespace-nowrap',
          cell: (row) => {
            const main = row.prices.find(({ currency }) => currency === 'USD') ?? row.prices[0]
            if (!main) return '–'
            const amount = formatMoney(main, locale)
            if (row.prices.length === 1) return amount
            return (
              <span>
                {amount}
                <span className="block text-muted-foreground text-xs">
                  {t('pricesMore', { count: row.prices.length - 1 })}
                </span>
              </span>
            )
          },
        },
        {
          id: 'rating',
          header: t('column.rating'),
          numeric: true,
          sortable: true,
          firstDirection: 'desc',
          cell: (row) =>
            row.ratingCenti === null
              ? '–'
              : t('rating', { rating: row.ratingCenti / 100, count: row.ratingCount }),
        },
        {
          id: 'enrolments',
          header: t('column.enrolments'),
          numeric: true,
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => format.number(row.enrolments),
        },
        {
          id: 'publishedAt',
          header: t('column.publishedAt'),
          sortable: true,
          firstDirection: 'desc',
          className: 'whitespace-nowrap',
          cell: (row) => day(row.status === 'scheduled' ? row.publishAt : row.publishedAt),
        },
        {
          id: 'updatedAt',
          header: t('column.updatedAt'),
          sortable: true,
          firstDirection: 'desc',
          className: 'whitespace-nowrap',
          cell: (row) => day(row.updatedAt),
        },
      ]}
    />
  )
}
