'use client'

import { Checkbox } from '../checkbox'
import { cn } from '../cn'
import { TableCell, TableRow } from '../table'
import type { DataTableColumn } from './types'

type DataRowProps<Row> = {
  row: Row
  columns: DataTableColumn<Row>[]
  selectLabel: string
  isSelected: boolean
  /** Absent when rows cannot be selected. */
  onToggle?: () => void
}

/**
 * One row: table cells on wide screens, a card of labelled values on phones.
 * Explicit roles keep it a table for assistive technology where CSS makes it a block.
 */
export function DataRow<Row>({
  row,
  columns,
  selectLabel,
  isSelected,
  onToggle,
}: DataRowProps<Row>) {
  return (
    <TableRow
      role="row"
      aria-selected={onToggle ? isSelected : undefined}
      className={cn(
        'hover:bg-muted/50 max-md:relative max-md:block max-md:py-3',
        onToggle && 'max-md:ps-9',
      )}
    >
      {onToggle ? (
        <TableCell
          role="cell"
          className="w-10 pe-0 max-md:absolute max-md:start-0 max-md:top-1.5 max-md:w-auto max-md:ps-3"
        >
          <Checkbox aria-label={selectLabel} checked={isSelected} onChange={onToggle} />
        </TableCell>
      ) : null}
      {columns.map((column) => (
        <TableCell
          key={column.id}
          role="cell"
          numeric={column.numeric}
          data-label={column.header}
          className={cn(
            'max-md:px-3 max-md:py-0.5',
            column.primary
              ? 'font-medium max-md:block max-md:pb-1 max-md:text-start max-md:text-base'
              : 'max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-4 max-md:text-end max-md:before:shrink-0 max-md:before:text-muted-foreground max-md:before:content-[attr(data-label)]',
            column.hideOnPhone && 'max-md:hidden',
            column.className,
          )}
        >
          {column.cell(row)}
        </TableCell>
      ))}
    </TableRow>
  )
}
