'use client'

import { DataTable, type DataTableColumn } from '@archway/ui/data-table'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { Pagination } from '@archway/ui/pagination'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useTimeZone, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { filterNames, listHref } from './list-query'
import { useTableTools } from './table-tools'

export type AdminTableProps<Row> = {
  label: string
  columns: DataTableColumn<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** what a row is called, for the label of its box */
  rowName: (row: Row) => string
  /** the parameters of the page's address */
  query: Record<string, string>
  sort: { column: string; direction: 'asc' | 'desc' }
  total: number
  page: number
  pageSize: number
  /** what can be done with the selected rows; without it there are no boxes */
  bulkActions?: (selected: string[], clear: () => void) => ReactNode
}

/**
 * A list of the dashboard. Search, filters, sort, page and columns live in the address, so that it can
 * be reloaded, shared and saved; only the selection is the browser's.
 */
export function AdminTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  rowName,
  query,
  sort,
  total,
  page,
  pageSize,
  bulkActions,
}: AdminTableProps<Row>) {
  const t = useTranslations('admin.table')
  const zone = (useTimeZone() ?? 'UTC').replaceAll('_', ' ')
  const path = usePathname()
  const router = useRouter()
  const [selected, setSelected] = useState<string[]>([])
  const pageCount = Math.max(1, Math.ceil(total / pageSize))
  const isFiltered = filterNames(query).length > 0
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      linkComponent={Link}
      sort={sort}
      sortHref={({ column, direction }) =>
        listHref(path, query, { sort: column, direction, page: null })
      }
      hiddenColumns={query.cols ? query.cols.split(',') : []}
      onHiddenColumnsChange={(hidden) =>
        router.replace(listHref(path, query, { cols: hidden.join(',') }), { scroll: false })
      }
      toolbar={useTableTools()}
      selected={selected}
      onSelectedChange={bulkActions ? setSelected : undefined}
      bulkActions={bulkActions?.(selected, () => setSelected([]))}
      labels={{
        columns: t('columns'),
        sort: t('sort'),
        selectAll: t('selectAll'),
        selectRow: (row) => t('selectRow', { name: rowName(row) }),
        selectedCount: (count) => t('selectedCount', { count }),
        clearSelection: t('clearSelection'),
        loading: t('loading'),
      }}
      empty={
        <EmptyState
          className="border-0"
          title={t('emptyTitle')}
          description={t(isFiltered ? 'emptyDescription' : 'emptyYet')}
          actions={
            isFiltered ? (
              <LinkButton href={path} linkComponent={Link} variant="secondary">
                {t('clear')}
              </LinkButton>
            ) : undefined
          }
        />
      }
      footer={
        total === 0 ? undefined : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-muted-foreground text-sm tabular-nums">
              {t('total', { count: total })}
              <span className="mx-2">·</span>
              {t('zone', { zone })}
            </p>
            <Pagination
              page={page}
              pageCount={pageCount}
              href={(number) => listHref(path, query, { page: String(number) })}
              linkComponent={Link}
              labels={{
                navigation: t('pages'),
                previous: t('previous'),
                next: t('next'),
                page: (number) => t('page', { page: number }),
                position: t('position', { page, pages: pageCount }),
              }}
            />
          </div>
        )
      }
    />
  )
}
