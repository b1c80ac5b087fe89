'use client'

import { Command } from 'cmdk'
import type { ReactNode } from 'react'
import { cn } from '../cn'
import { Icon } from '../icon'
import { Spinner } from '../spinner'

export type ComboboxItem = { value: string; label: string; hint?: ReactNode; disabled?: boolean }

export type ComboboxLabels = {
  /** Shown while nothing is chosen. */
  placeholder: string
  /** Placeholder and name of the search line. */
  search: string
  empty: string
  loading: string
}

/** How the items come: all at once and filtered here, or searched by the caller. */
export type ComboboxSource = {
  items: ComboboxItem[]
  /** Given with `onSearchChange` when the caller searches; then nothing is filtered here. */
  search?: string
  onSearchChange?: (search: string) => void
  loading?: boolean
}

type ListProps = ComboboxSource & {
  labels: ComboboxLabels
  isSelected: (item: ComboboxItem) => boolean
  onSelect: (item: ComboboxItem) => void
}

/** The search line and the list under it. */
export function ComboboxList({
  items,
  search,
  onSearchChange,
  loading = false,
  labels,
  isSelected,
  onSelect,
}: ListProps) {
  return (
    <Command label={labels.search} shouldFilter={onSearchChange === undefined} loop>
      <div className="flex items-center gap-2 border-border border-b px-3">
        {loading ? (
          <Spinner label={labels.loading} className="size-4 text-muted-foreground" />
        ) : (
          <Icon name="search" className="size-4 text-muted-foreground" />
        )}
        <Command.Input
          value={search}
          onValueChange={onSearchChange}
          placeholder={labels.search}
          className="h-10 w-full bg-transparent text-base outline-none sm:text-sm"
        />
      </div>
      <Command.List className="max-h-64 overflow-y-auto p-1">
        {loading ? null : (
          <Command.Empty className="px-2 py-6 text-center text-muted-foreground text-sm">
            {labels.empty}
          </Command.Empty>
        )}
        {items.map((item) => {
          const selected = isSelected(item)
          return (
            <Command.Item
              key={item.value}
              value={item.value}
              keywords={[item.label]}
              disabled={item.disabled}
              onSelect={() => onSelect(item)}
              className="flex min-h-9 cursor-pointer select-none items-center gap-2 rounded-md px-2 py-1.5 text-sm aria-disabled:pointer-events-none aria-selected:bg-muted aria-disabled:opacity-50 pointer-coarse:min-h-11"
            >
              <Icon name="check" className={cn('size-4 text-accent', !selected && 'invisible')} />
              <span className="min-w-0 flex-1 truncate">{item.label}</span>
              {item.hint ? (
                <span className="text-muted-foreground text-xs">{item.hint}</span>
              ) : null}
            </Command.Item>
          )
        })}
      </Command.List>
    </Command>
  )
}
