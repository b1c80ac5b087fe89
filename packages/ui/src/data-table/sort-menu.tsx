'use client'

import { Button } from '../button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '../dropdown-menu'
import { Icon } from '../icon'
import { nextSort } from './selection'
import type { DataTableProps } from './types'

type SortMenuProps<Row> = Pick<
  DataTableProps<Row>,
  'columns' | 'sort' | 'sortHref' | 'onSortChange' | 'linkComponent'
> & { label: string }

/** The sortable headings as a menu, for phones, where the table has no headings. */
export function SortMenu<Row>({
  label,
  columns,
  sort,
  sortHref,
  onSortChange,
  linkComponent: Anchor = 'a',
}: SortMenuProps<Row>) {
  const sortable = columns.filter((column) => column.sortable)
  if (sortable.length === 0) return null
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="secondary" size="sm" className="md:hidden">
          <Icon name="chevrons-up-down" />
          {label}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {sortable.map((column) => {
          const direction = sort?.column === column.id ? sort.direction : null
          const next = nextSort(column.id, sort, column.firstDirection)
          const inside = (
            <>
              {column.header}
              {direction ? (
                <Icon name={direction === 'asc' ? 'arrow-up' : 'arrow-down'} className="ms-auto" />
              ) : null}
            </>
          )
          return sortHref ? (
            <DropdownMenuItem key={column.id} asChild>
              <Anchor href={sortHref(next)} className="no-underline">
                {inside}
              </Anchor>
            </DropdownMenuItem>
          ) : (
            <DropdownMenuItem key={column.id} onSelect={() => onSortChange?.(next)}>
              {inside}
            </DropdownMenuItem>
          )
        })}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
