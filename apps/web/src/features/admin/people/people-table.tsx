'use client'

import { Badge } from '@archway/ui/badge'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { AdminTable, type AdminTableProps } from '../table/admin-table'

type Row = {
  id: string
  email: string
  name: string | null
  emailVerified: Date | null
  suspendedAt: Date | null
  createdAt: Date
  roles: ('support' | 'catalog_editor' | 'finance' | 'exam_board' | 'admin')[]
  enrolmentCount: number
  orderCount: number
}

type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName'>

export function PeopleTable(props: Props) {
  const t = useTranslations('adminOperations.people')
  const format = useFormatter()
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => row.email}
      columns={[
        {
          id: 'email',
          header: t('email'),
          primary: true,
          sortable: true,
          hideable: false,
          cell: (row) => (
            <Link href={`/admin/people/${row.id}`} className="break-all md:whitespace-nowrap">
              {row.email}
            </Link>
          ),
        },
        {
          id: 'name',
          header: t('name'),
          sortable: true,
          className: 'min-w-36',
          cell: (row) => row.name ?? '–',
        },
        {
          id: 'roles',
          header: t('roles'),
          cell: (row) => (
            <span className="flex flex-wrap gap-1 max-md:justify-end">
              {row.roles.map((role) => (
                <Badge key={role} variant="accent">
                  {t(`role.${role}`)}
                </Badge>
              ))}
              {row.roles.length === 0 ? t('role.learner') : null}
            </span>
          ),
        },
        {
          id: 'state',
          header: t('state'),
          cell: (row) =>
            row.suspendedAt ? (
              <Badge variant="danger">{t('states.suspended')}</Badge>
            ) : row.emailVerified ? (
              <Badge variant="success">{t('states.active')}</Badge>
            ) : (
              <Badge variant="warning">{t('states.unverified')}</Badge>
            ),
        },
        {
          id: 'enrolments',
          header: t('enrolments'),
          numeric: true,
          cell: (row) => row.enrolmentCount,
        },
        { id: 'orders', header: t('orders'), numeric: true, cell: (row) => row.orderCount },
        {
          id: 'createdAt',
          header: t('since'),
          sortable: true,
          firstDirection: 'desc',
          className: 'whitespace-nowrap',
          cell: (row) => format.dateTime(row.createdAt, { dateStyle: 'medium' }),
        },
      ]}
    />
  )
}
