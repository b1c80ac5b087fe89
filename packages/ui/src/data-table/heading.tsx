'use client'

import { cn } from '../cn'
import { Icon } from '../icon'
import { TableHead } from '../table'
import { nextSort } from './selection'
import type { DataTableColumn, DataTableProps } from './types'

type HeadingProps<Row> = Pick<
  DataTableProps<Row>,
  'sort' | 'sortHref' | 'onSortChange' | 'linkComponent'
> & { column: DataTableColumn<Row> }

/** A column's heading; a link or button when the column sorts. */
export function Heading<Row>({
  column,
  sort,
  sortHref,
  onSortChange,
  linkComponent: Anchor = 'a',
}: HeadingProps<Row>) {
  const direction = sort?.column === column.id ? sort.direction : null
  const next = nextSort(column.id, sort, column.firstDirection)
  const classes = cn(
    '-mx-1.5 inline-flex h-7 items-center gap-1 rounded-sm px-1.5 hover:text-foreground',
    direction && 'text-foreground',
    column.numeric && 'flex-row-reverse',
  )
  const inside = (
    <>
      {column.header}
      <Icon
        name={
          direction === null ? 'chevrons-up-down' : direction === 'asc' ? 'arrow-up' : 'arrow-down'
        }
        className={cn('size-3.5', direction === null && 'opacity-50')}
      />
    </>
  )
  return (
    <TableHead
      role="columnheader"
      numeric={column.numeric}
      aria-sort={direction ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
      className={column.className}
    >
      {!column.sortable ? (
        column.header
      ) : sortHref ? (
        <Anchor href={sortHref(next)} className={classes}>
          {inside}
        </Anchor>
      ) : (
        <button type="button" onClick={() => onSortChange?.(next)} className={classes}>
          {inside}
        </button>
      )}
    </TableHead>
  )
}
