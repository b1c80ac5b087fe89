'use client'

import { formatMoney } from '@archway/api/shared/money'
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { BundleBadge } from './bundle-badge'

type Row = AdminOutput['bundles']['adminList']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName'>

export function BundlesTable(props: Props) {
  const t = useTranslations('adminBundles')
  const format = useFormatter()
  const locale = useLocale()
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => row.title}
      columns={[
        {
          id: 'title',
          header: t('column.title'),
          primary: true,
          sortable: true,
          hideable: false,
          className: 'md:min-w-56',
          cell: (row) => <Link href={`/admin/bundles/${row.id}`}>{row.title}</Link>,
        },
        {
          id: 'offerings',
          header: t('column.offerings'),
          cell: (row) => t('offeringCount', { count: row.offerings.length }),
        },
        {
          id: 'prices',
          header: t('column.prices'),
          cell: (row) => row.prices.map((price) => formatMoney(price, locale)).join(', '),
        },
        {
          id: 'status',
          header: t('column.status'),
          cell: (row) => <BundleBadge status={row.status} />,
        },
        {
          id: 'sold',
          header: t('column.sold'),
          numeric: true,
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => format.number(row.sold),
        },
        {
          id: 'createdAt',
          header: t('column.createdAt'),
          sortable: true,
          firstDirection: 'desc',
          className: 'whitespace-nowrap',
          cell: (row) => format.dateTime(row.createdAt, { dateStyle: 'medium' }),
        },
      ]}
    />
  )
}
