'use client'

import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { CouponBadge } from './coupon-state'
import { couponValue } from './coupon-value'

type Row = AdminOutput['coupons']['adminList']['rows'][number]
type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName'>

export function CouponsTable(props: Props) {
  const t = useTranslations('adminCoupons')
  const format = useFormatter()
  const locale = useLocale()
  const day = (date: Date | null) => (date ? format.dateTime(date, { dateStyle: 'medium' }) : '–')
  const codes = ({ codes, codeCount }: Row) => {
    if (codes.length === 0) return codeCount === 0 ? '–' : format.number(codeCount)
    const shown = codes.join(', ')
    const count = codeCount - codes.length
    return count > 0 ? t('moreCodes', { codes: shown, count }) : shown
  }
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
          className: 'md:min-w-44',
          cell: (row) => <Link href={`/admin/coupons/${row.id}`}>{row.name}</Link>,
        },
        { id: 'codes', header: t('column.codes'), className: 'md:min-w-36', cell: codes },
        { id: 'value', header: t('column.value'), cell: (row) => couponValue(row, locale) },
        { id: 'scope', header: t('column.scope'), cell: (row) => t(`scope.${row.scope}`) },
        {
          id: 'standing',
          header: t('column.standing'),
          cell: (row) => <CouponBadge standing={row.standing} />,
        },
        {
          id: 'redeemed',
          header: t('column.redeemed'),
          numeric: true,
          sortable: true,
          firstDirection: 'desc',
          cell: (row) =>
            row.totalLimit === null
              ? format.number(row.redeemedCount)
              : t('usedOf', { used: row.redeemedCount, limit: row.totalLimit }),
        },
        {
          id: 'owner',
          header: t('column.owner'),
          hideOnPhone: true,
          cell: (row) => row.ownerProvider?.name ?? '–',
        },
        {
          id: 'endsAt',
          header: t('column.endsAt'),
          sortable: true,
          className: 'whitespace-nowrap',
          cell: (row) => day(row.endedAt ?? row.endsAt),
        },
        {
          id: 'createdAt',
          header: t('column.createdAt'),
          sortable: true,
          firstDirection: 'desc',
          className: 'whitespace-nowrap',
          cell: (row) => day(row.createdAt),
        },
      ]}
    />
  )
}
