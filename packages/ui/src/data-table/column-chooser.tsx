'use client'

import { Button } from '../button'
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuTrigger,
} from '../dropdown-menu'
import { Icon } from '../icon'
import { toggleKey } from './selection'

type ColumnChooserProps = {
  label: string
  columns: { id: string; header: string }[]
  hidden: string[]
  onHiddenChange: (hidden: string[]) => void
}

/** Which columns show. The menu stays open while boxes are ticked. */
export function ColumnChooser({ label, columns, hidden, onHiddenChange }: ColumnChooserProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="secondary" size="sm" className="max-md:hidden">
          <Icon name="columns" />
          {label}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {columns.map((column) => (
          <DropdownMenuCheckboxItem
            key={column.id}
            checked={!hidden.includes(column.id)}
            onCheckedChange={() => onHiddenChange(toggleKey(hidden, column.id))}
            onSelect={(event) => event.preventDefault()}
          >
            {column.header}
          </DropdownMenuCheckboxItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
