'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { DecideSelected } from './decide-selected'
import { StandingBadge } from './standing-badge'

type Row = AdminOutput['credentials']['adminList']['rows'][number]
type Props = Omit<
  AdminTableProps<Row>,
  'label' | 'columns' | 'rowKey' | 'rowName' | 'bulkActions'
> & { canDecide: boolean }

export function CredentialsTable({ canDecide, ...props }: Props) {
  const t = useTranslations('adminCredentials')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => row.licenseNumber}
      bulkActions={
        canDecide
          ? (selected, clear) =>
              (['suspended', 'valid', 'revoked'] as const).map((to) => (
                <DecideSelected key={to} ids={selected} to={to} onDone={clear} />
              ))
          : undefined
      }
      columns={[
        {
          id: 'holder',
          header: t('column.holder'),
          primary: true,
          sortable: true,
          hideable: false,
          className: 'md:min-w-48',
          cell: (row) => (
            <span className="block min-w-0">
              <Link href={`/admin/credentials/${row.id}`} className="block truncate">
                {row.subjectName ?? t('erasedName')}
              </Link>
              {row.holder ? (
                <span className="block truncate text-muted-foreground text-xs">
                  {row.holder.email}
                </span>
              ) : null}
            </span>
          ),
        },
        {
          id: 'title',
          header: t('column.title'),
          className: 'md:min-w-52',
          cell: (row) => (
            <span>
              {row.title}
              <span className="block text-muted-foreground text-xs">{t(`cause.${row.cause}`)}</span>
            </span>
          ),
        },
        { id: 'issuer', header: t('column.issuer'), cell: (row) => row.issuer },
        {
          id: 'number',
          header: t('column.number'),
          className: 'whitespace-nowrap tabular-nums',
          cell: (row) => row.licenseNumber,
        },
        {
          id: 'standing',
          header: t('column.standing'),
          cell: (row) => <StandingBadge standing={row.standing} isOpen={row.hasOpenCase} />,
        },
        {
          id: 'createdAt',
          header: t('column.issued'),
          sortable: true,
          firstDirection: 'desc',
          className: 'whitespace-nowrap',
          cell: (row) => day(row.createdAt),
        },
        {
          id: 'validUntil',
          header: t('column.until'),
          sortable: true,
          hideOnPhone: true,
          className: 'whitespace-nowrap',
          cell: (row) => (row.validUntil ? day(row.validUntil) : t('noEnd')),
        },
      ]}
    />
  )
}
