'use client'

import { formatMoney } from '@archway/api/shared/money'
import { Badge } from '@archway/ui/badge'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { PersonCell } from '../person-cell'
import { AdminTable, type AdminTableProps } from '../table/admin-table'

type Row = AdminOutput['documents']['adminList']['rows'][number]

type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName' | 'bulkActions'>

export function DocumentsTable(props: Props) {
  const t = useTranslations('adminMoney.documents')
  const format = useFormatter()
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => row.reference}
      columns={[
        {
          id: 'reference',
          header: t('reference'),
          primary: true,
          sortable: true,
          hideable: false,
          cell: (row) => (
            <span className="whitespace-nowrap">
              <a href={`/api/documents/${row.id}`} download>
                {row.reference}
              </a>
              {row.livemode ? null : (
                <Badge variant="outline" className="ms-2">
                  {t('test')}
                </Badge>
              )}
            </span>
          ),
        },
        {
          id: 'kind',
          header: t('kind'),
          cell: (row) => (
            <span className="block min-w-32">
              <span className="block">{t(`kinds.${row.kind}`)}</span>
              <span className="block text-muted-foreground text-xs">
                {t(`causes.${row.cause}`, { reference: row.corrects ?? '' })}
              </span>
            </span>
          ),
        },
        {
          id: 'buyer',
          header: t('buyer'),
          className: 'md:min-w-44',
          cell: (row) => (
            <PersonCell
              person={{ name: row.buyer.company ?? row.buyer.name, email: row.buyer.email }}
            />
          ),
        },
        {
          id: 'order',
          header: t('order'),
          cell: (row) => (
            <Link href={`/admin/orders/${row.order.id}`} className="tabular-nums">
              {row.order.number}
            </Link>
          ),
        },
        {
          id: 'total',
          header: t('total'),
          numeric: true,
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => (
            <span className="tabular-nums">
              {formatMoney({
                amountMinor: row.kind === 'invoice' ? row.totalMinor : -row.totalMinor,
                currency: row.currency,
              })}
            </span>
          ),
        },
        {
          id: 'issuedAt',
          header: t('issued'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => (
            <span className="whitespace-nowrap">
              {format.dateTime(row.issuedAt, { dateStyle: 'medium' })}
            </span>
          ),
        },
      ]}
    />
  )
}
