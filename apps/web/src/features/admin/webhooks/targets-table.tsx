'use client'

import { Badge } from '@archway/ui/badge'
import { DataTable } from '@archway/ui/data-table'
import { EmptyState } from '@archway/ui/empty-state'
import { Pagination } from '@archway/ui/pagination'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { ResyncButton } from '../orders/resync-button'
import { listHref } from '../table/list-query'
import { TargetLink } from './target-link'

type Targets = AdminOutput['payments']['adminTargets']

/** What does not agree with Stripe yet, each with its last error and a button to try again now. */
export function TargetsTable({
  targets,
  query,
  canResync,
}: {
  targets: Targets
  query: Record<string, string>
  canResync: boolean
}) {
  const t = useTranslations('adminOperations.webhooks')
  const table = useTranslations('admin.table')
  const format = useFormatter()
  const time = (date: Date | null) =>
    date ? format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' }) : '–'
  const pageCount = Math.max(1, Math.ceil(targets.total / targets.pageSize))
  return (
    <DataTable
      label={t('targets')}
      rows={targets.rows}
      rowKey={(row) => row.key}
      linkComponent={Link}
      labels={{
        columns: table('columns'),
        sort: table('sort'),
        selectAll: table('selectAll'),
        selectRow: (row) => row.key,
        selectedCount: (count) => table('selectedCount', { count }),
        clearSelection: table('clearSelection'),
        loading: table('loading'),
      }}
      empty={
        <EmptyState className="border-0" title={t('noTargets')} description={t('noTargetsText')} />
      }
      footer={
        targets.total === 0 ? undefined : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-muted-foreground text-sm tabular-nums">
              {table('total', { count: targets.total })}
            </p>
            <Pagination
              page={targets.page}
              pageCount={pageCount}
              href={(page) => listHref('/admin/webhooks/targets', query, { page: String(page) })}
              linkComponent={Link}
              labels={{
                navigation: table('pages'),
                previous: table('previous'),
                next: table('next'),
                page: (page) => table('page', { page }),
                position: table('position', { page: targets.page, pages: pageCount }),
              }}
            />
          </div>
        )
      }
      columns={[
        {
          id: 'target',
          header: t('target'),
          primary: true,
          cell: (row) => <TargetLink targetKey={row.key} number={row.order?.number} />,
        },
        {
          id: 'state',
          header: t('state'),
          cell: (row) => (
            <Badge variant={row.deadAt ? 'danger' : 'warning'}>
              {t(row.deadAt ? 'targetStates.dead' : 'targetStates.dirty')}
            </Badge>
          ),
        },
        { id: 'attempts', header: t('attempts'), numeric: true, cell: (row) => row.attempts },
        { id: 'since', header: t('dirtySince'), cell: (row) => time(row.dirtySince) },
        {
          id: 'next',
          header: t('nextAttempt'),
          cell: (row) => (row.deadAt ? '–' : time(row.nextAttemptAt)),
        },
        {
          id: 'error',
          header: t('lastError'),
          cell: (row) => (
            <span className="line-clamp-3 max-w-80 break-words">{row.lastError ?? '–'}</span>
          ),
        },
        ...(canResync
          ? [
              {
                id: 'action',
                header: t('action'),
                cell: (row: Targets['rows'][number]) => (
                  <ResyncButton kind="target" id={row.key} size="sm" />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
