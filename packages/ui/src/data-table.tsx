'use client'

import { Button } from './button'
import { Checkbox } from './checkbox'
import { cn } from './cn'
import { ColumnChooser } from './data-table/column-chooser'
import { DataRow } from './data-table/data-row'
import { Heading } from './data-table/heading'
import { toggleKey, togglePage } from './data-table/selection'
import { SortMenu } from './data-table/sort-menu'
import type {
  DataTableColumn,
  DataTableLabels,
  DataTableProps,
  DataTableSort,
} from './data-table/types'
import { Skeleton } from './skeleton'
import { Spinner } from './spinner'
import { Table, TableBody, TableHead, TableHeader, TableRow } from './table'

export type { DataTableColumn, DataTableLabels, DataTableProps, DataTableSort }

/**
 * A working table for dashboards: sort, columns, selection, bulk actions, and cards
 * on phones. It keeps no state of its own, so that all of it can live in the address.
 * Under a fixed page header set `--sticky-top` to the header's height.
 */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  labels,
  sort,
  sortHref,
  onSortChange,
  hiddenColumns = [],
  onHiddenColumnsChange,
  selected = [],
  onSelectedChange,
  bulkActions,
  toolbar,
  empty,
  error,
  loading = false,
  footer,
  stickyHeader = false,
  linkComponent,
  className,
}: DataTableProps<Row>) {
  const shown = columns.filter((column) => !hiddenColumns.includes(column.id))
  const keys = rows.map(rowKey)
  const chosen = new Set(selected)
  const chosenHere = keys.filter((key) => chosen.has(key)).length
  const placeholders = loading && rows.length === 0 && !error
  return (
    <div className={cn('grid gap-3', className)}>
      {toolbar || onHiddenColumnsChange || sortHref || onSortChange ? (
        <div className="flex flex-wrap items-center gap-2">
          <div
            className={cn(
              'flex min-w-0 flex-1 flex-wrap items-center gap-2',
              onSelectedChange && 'max-md:basis-full',
            )}
          >
            {toolbar}
          </div>
          {loading ? <Spinner label={labels.loading} className="text-muted-foreground" /> : null}
          {onSelectedChange && rows.length > 0 ? (
            <div className="me-auto md:hidden">
              <Checkbox
                label={labels.selectAll}
                checked={chosenHere === keys.length}
                indeterminate={chosenHere > 0 && chosenHere < keys.length}
                onChange={() => onSelectedChange(togglePage(selected, keys))}
              />
            </div>
          ) : null}
          {sortHref || onSortChange ? (
            <SortMenu
              label={labels.sort}
              columns={shown}
              sort={sort}
              sortHref={sortHref}
              onSortChange={onSortChange}
              linkComponent={linkComponent}
            />
          ) : null}
          {onHiddenColumnsChange ? (
            <ColumnChooser
              label={labels.columns}
              columns={columns.filter((column) => column.hideable !== false)}
              hidden={hiddenColumns}
              onHiddenChange={onHiddenColumnsChange}
            />
          ) : null}
        </div>
      ) : null}
      {onSelectedChange && selected.length > 0 ? (
        <div className="sticky top-[var(--sticky-top,0.5rem)] z-20 flex flex-wrap items-center gap-2 rounded-lg border border-accent/30 bg-accent-muted px-3 py-2 text-accent-muted-foreground text-sm">
          <span role="status" className="me-auto font-medium tabular-nums">
            {labels.selectedCount(selected.length)}
          </span>
          {bulkActions}
          <Button variant="ghost" size="sm" onClick={() => onSelectedChange([])}>
            {labels.clearSelection}
          </Button>
        </div>
      ) : null}
      <div className="relative overflow-hidden rounded-lg border border-border bg-surface">
        {loading && rows.length > 0 ? (
          <div
            aria-hidden="true"
            className="absolute inset-x-0 top-0 z-20 h-0.5 animate-pulse-soft bg-accent"
          />
        ) : null}
        {error ?? (rows.length === 0 && !loading ? empty : null)}
        {!error && (rows.length > 0 || loading) ? (
          <Table
            label={label}
            role="table"
            aria-busy={loading}
            containerClassName={cn(
              'focus-visible:outline-offset-[-2px]',
              stickyHeader && 'md:max-h-[70vh] md:overflow-auto',
            )}
            className="max-md:block"
          >
            <TableHeader
              role="rowgroup"
              className={cn(
                'max-md:hidden',
                stickyHeader &&
                  'sticky top-0 z-10 bg-surface shadow-[0_1px_0_var(--border-strong)]',
              )}
            >
              <TableRow role="row">
                {onSelectedChange ? (
                  <TableHead role="columnheader" className="w-10 pe-0">
                    <Checkbox
                      aria-label={labels.selectAll}
                      checked={keys.length > 0 && chosenHere === keys.length}
                      indeterminate={chosenHere > 0 && chosenHere < keys.length}
                      onChange={() => onSelectedChange(togglePage(selected, keys))}
                    />
                  </TableHead>
                ) : null}
                {shown.map((column) => (
                  <Heading
                    key={column.id}
                    column={column}
                    sort={sort}
                    sortHref={sortHref}
                    onSortChange={onSortChange}
                    linkComponent={linkComponent}
                  />
                ))}
              </TableRow>
            </TableHeader>
            <TableBody role="rowgroup" className="max-md:block">
              {rows.map((row, index) => {
                const key = keys[index] ?? ''
                return (
                  <DataRow
                    key={key}
                    row={row}
                    columns={shown}
                    selectLabel={labels.selectRow(row)}
                    isSelected={chosen.has(key)}
                    onToggle={
                      onSelectedChange
                        ? () => onSelectedChange(toggleKey(selected, key))
                        : undefined
                    }
                  />
                )
              })}
              {placeholders ? (
                <PlaceholderRows columns={shown.length + (onSelectedChange ? 1 : 0)} />
              ) : null}
            </TableBody>
          </Table>
        ) : null}
        {footer ? <div className="border-border border-t px-3 py-2.5">{footer}</div> : null}
      </div>
    </div>
  )
}

function PlaceholderRows({ columns }: { columns: number }) {
  return ['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
    <tr key={row} className="border-border border-b max-md:block">
      <td colSpan={columns} className="px-3 py-3.5 max-md:block">
        <Skeleton className="h-4" />
      </td>
    </tr>
  ))
}
