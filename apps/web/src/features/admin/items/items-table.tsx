'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { ItemStateBadge } from './item-state-badge'
import { plainText } from './plain-text'

type Row = AdminOutput['bank']['list']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName'>

/** The items of the bank by their newest version. */
export function ItemsTable(props: Props) {
  const t = useTranslations('adminItems')
  const format = useFormatter()
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => row.code}
      columns={[
        {
          id: 'code',
          header: t('column.code'),
          primary: true,
          sortable: true,
          hideable: false,
          className: 'whitespace-nowrap',
          cell: (row) => <Link href={`/admin/items/${row.id}`}>{row.code}</Link>,
        },
        {
          id: 'stem',
          header: t('column.stem'),
          className: 'md:min-w-72',
          cell: (row) => <span className="line-clamp-2 max-w-prose">{plainText(row.stem)}</span>,
        },
        { id: 'kind', header: t('column.kind'), cell: (row) => t(`kind.${row.kind}`) },
        {
          id: 'objective',
          header: t('column.objective'),
          sortable: true,
          numeric: true,
          cell: (row) => row.objective,
        },
        {
          id: 'level',
          header: t('column.level'),
          hideOnPhone: true,
          cell: (row) => t(`level.${row.level}`),
        },
        {
          id: 'state',
          header: t('column.state'),
          cell: (row) => <ItemStateBadge state={row.state} />,
        },
        {
          id: 'author',
          header: t('column.author'),
          hideOnPhone: true,
          className: 'whitespace-nowrap',
          cell: (row) => row.authorName ?? '–',
        },
        {
          id: 'forms',
          header: t('column.forms'),
          numeric: true,
          hideOnPhone: true,
          cell: (row) => format.number(row.forms),
        },
        {
          id: 'updatedAt',
          header: t('column.updatedAt'),
          sortable: true,
          firstDirection: 'desc',
          hideOnPhone: true,
          className: 'whitespace-nowrap',
          cell: (row) => format.dateTime(row.updatedAt, { dateStyle: 'medium' }),
        },
      ]}
    />
  )
}
