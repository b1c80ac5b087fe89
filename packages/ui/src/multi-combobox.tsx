'use client'

import { cn } from './cn'
import {
  type ComboboxItem,
  type ComboboxLabels,
  ComboboxList,
  type ComboboxSource,
} from './combobox/list'
import { Icon } from './icon'
import { controlClasses } from './input'
import { Popover, PopoverContent, PopoverTrigger } from './popover'

export type MultiComboboxProps = ComboboxSource & {
  selected: ComboboxItem[]
  onSelectedChange: (items: ComboboxItem[]) => void
  labels: ComboboxLabels & {
    /** Accessible name of a chosen item's remove button. */
    remove: (item: ComboboxItem) => string
  }
  /** Posts one value per chosen item in a form. */
  name?: string
  disabled?: boolean
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  className?: string
}

/** Some of many, found by typing; the chosen ones stand above as removable chips. */
export function MultiCombobox({
  selected,
  onSelectedChange,
  labels,
  name,
  disabled,
  id,
  className,
  items,
  search,
  onSearchChange,
  loading,
  ...aria
}: MultiComboboxProps) {
  const chosen = new Set(selected.map((item) => item.value))
  const without = (value: string) => selected.filter((item) => item.value !== value)
  return (
    <div className={cn('grid gap-2', className)}>
      {selected.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {selected.map((item) => (
            <li
              key={item.value}
              className="inline-flex items-center gap-0.5 rounded-sm bg-accent-muted ps-2 text-accent-muted-foreground text-sm"
            >
              {name ? <input type="hidden" name={name} value={item.value} /> : null}
              {item.label}
              <button
                type="button"
                disabled={disabled}
                aria-label={labels.remove(item)}
                onClick={() => onSelectedChange(without(item.value))}
                className="grid size-7 place-items-center rounded-sm hover:bg-accent/10 pointer-coarse:size-11"
              >
                <Icon name="x" className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <Popover>
        <PopoverTrigger
          id={id}
          disabled={disabled}
          className={cn(
            controlClasses,
            'flex h-10 items-center justify-between gap-2 px-3 text-start text-muted-foreground pointer-coarse:h-11',
          )}
          {...aria}
        >
          <span className="truncate">{labels.placeholder}</span>
          <Icon name="plus" className="size-4" />
        </PopoverTrigger>
        <PopoverContent
          aria-label={labels.search}
          className="w-(--radix-popover-trigger-width) min-w-56 overflow-hidden p-0"
        >
          <ComboboxList
            items={items}
            search={search}
            onSearchChange={onSearchChange}
            loading={loading}
            labels={labels}
            isSelected={(item) => chosen.has(item.value)}
            onSelect={(item) =>
              onSelectedChange(chosen.has(item.value) ? without(item.value) : [...selected, item])
            }
          />
        </PopoverContent>
      </Popover>
    </div>
  )
}
