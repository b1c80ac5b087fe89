'use client'

import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { percentText } from './percent-text'

type Row = AdminOutput['providers']['adminList']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName'>

export function ProvidersTable(props: Props) {
  const t = useTranslations('adminCatalog.providers')
  const format = useFormatter()
  const countries = new Intl.DisplayNames([useLocale()], { type: 'region' })
  const day = (date: Date | null) => (date ? format.dateTime(date, { dateStyle: 'medium' }) : '–')
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => row.name}
      columns={[
        {
          id: 'name',
          header: t('column.name'),
          primary: true,
          sortable: true,
          hideable: false,
          className: 'min-w-48',
          cell: (row) => <Link href={`/admin/providers/${row.id}`}>{row.name}</Link>,
        },
        { id: 'kind', header: t('column.kind'), cell: (row) => t(`kind.${row.kind}`) },
        {
          id: 'country',
          header: t('column.country'),
          className: 'md:min-w-32',
          cell: (row) => (row.country ? (countries.of(row.country) ?? row.country) : '–'),
        },
        {
          id: 'offerings',
          header: t('column.offerings'),
          numeric: true,
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => (
            <Link href={`/admin/offerings?providerId=${row.id}`}>
              {format.number(row._count.offerings)}
            </Link>
          ),
        },
        {
          id: 'members',
          header: t('column.members'),
          numeric: true,
          cell: (row) => format.number(row._count.members),
        },
        {
          id: 'share',
          header: t('column.share'),
          numeric: true,
          cell: (row) => `${percentText(row.shareBps)}%`,
        },
        {
          id: 'verifiedOn',
          header: t('column.verifiedOn'),
          className: 'whitespace-nowrap',
          cell: (row) => day(row.verifiedOn),
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
