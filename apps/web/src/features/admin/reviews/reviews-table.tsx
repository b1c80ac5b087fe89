'use client'

import { Badge } from '@archway/ui/badge'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { ModerateReview } from './moderate-review'
import type { ReviewRow } from './review-row'

type Props = Omit<AdminTableProps<ReviewRow>, 'label' | 'columns' | 'rowKey' | 'rowName'>

export function ReviewsTable(props: Props) {
  const t = useTranslations('adminCatalog.reviews')
  const format = useFormatter()
  return (
    <AdminTable<ReviewRow>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => row.title}
      columns={[
        {
          id: 'review',
          header: t('column.review'),
          primary: true,
          hideable: false,
          className: 'min-w-64 md:max-w-xl',
          cell: (row) => (
            <>
              {row.title}
              <p className="mt-1 line-clamp-4 font-normal text-muted-foreground text-sm">
                {row.body}
              </p>
              {row.statusReason ? (
                <p className="mt-1 font-normal text-danger text-sm">
                  {t('hiddenBecause', { reason: row.statusReason })}
                </p>
              ) : null}
            </>
          ),
        },
        {
          id: 'rating',
          header: t('column.rating'),
          className: 'whitespace-nowrap',
          cell: (row) => t('stars', { rating: row.rating }),
        },
        {
          id: 'offering',
          header: t('column.offering'),
          className: 'min-w-40',
          cell: (row) => (
            <Link href={`/admin/offerings/${row.offering.id}`}>{row.offering.title}</Link>
          ),
        },
        {
          id: 'author',
          header: t('column.author'),
          className: 'md:min-w-36',
          cell: (row) => row.user.name ?? row.user.email,
        },
        {
          id: 'status',
          header: t('column.status'),
          cell: (row) => (
            <Badge variant={row.status === 'hidden' ? 'danger' : 'success'}>
              {t(`status.${row.status}`)}
            </Badge>
          ),
        },
        {
          id: 'createdAt',
          header: t('column.createdAt'),
          sortable: true,
          firstDirection: 'desc',
          className: 'whitespace-nowrap',
          cell: (row) => format.dateTime(row.createdAt, { dateStyle: 'medium' }),
        },
        {
          id: 'action',
          header: t('column.action'),
          hideable: false,
          cell: (row) => <ModerateReview review={row} />,
        },
      ]}
    />
  )
}
