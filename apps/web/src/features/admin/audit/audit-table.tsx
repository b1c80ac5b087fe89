'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { AdminTable, type AdminTableProps } from '../table/admin-table'
import { auditWord } from './audit-word'
import { entityName, entityPath } from './entity-path'

type Row = AdminOutput['audit']['adminList']['rows'][number]

type Props = Omit<AdminTableProps<Row>, 'label' | 'columns' | 'rowKey' | 'rowName' | 'bulkActions'>

export function AuditTable(props: Props) {
  const t = useTranslations('adminOperations.audit')
  const words = useTranslations('admin.audit')
  const format = useFormatter()
  return (
    <AdminTable<Row>
      {...props}
      label={t('title')}
      rowKey={(row) => row.id}
      rowName={(row) => auditWord(words, 'action', row.action)}
      columns={[
        {
          id: 'action',
          header: t('action'),
          primary: true,
          sortable: true,
          hideable: false,
          className: 'md:min-w-48',
          cell: (row) => (
            <Link href={`/admin/audit/${row.id}`}>{auditWord(words, 'action', row.action)}</Link>
          ),
        },
        {
          id: 'actorName',
          header: t('actor'),
          sortable: true,
          cell: (row) =>
            row.actorId ? (
              <Link
                href={`/admin/people/${row.actorId}`}
                className="break-all md:whitespace-nowrap"
              >
                {row.actorName}
              </Link>
            ) : (
              row.actorName
            ),
        },
        {
          id: 'entity',
          header: t('entity'),
          className: 'md:min-w-44',
          cell: (row) => {
            const path = entityPath(row.entityType, row.entityId)
            const text = t('entityText', {
              type: auditWord(words, 'entity', row.entityType),
              id: entityName(row.entityId),
            })
            return path ? <Link href={path}>{text}</Link> : text
          },
        },
        {
          id: 'reason',
          header: t('reason'),
          cell: (row) => <span className="line-clamp-2 max-w-96">{row.reason ?? '–'}</span>,
        },
        {
          id: 'at',
          header: t('at'),
          sortable: true,
          firstDirection: 'desc',
          cell: (row) => (
            <span className="whitespace-nowrap">
              {format.dateTime(row.at, { dateStyle: 'medium', timeStyle: 'medium' })}
            </span>
          ),
        },
      ]}
    />
  )
}
