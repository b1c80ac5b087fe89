'use client'

import { type ComponentProps, useState } from 'react'
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

export type { ComboboxItem, ComboboxLabels, ComboboxSource }

type TriggerProps = Pick<
  ComponentProps<'button'>,
  'id' | 'disabled' | 'className' | 'aria-describedby' | 'aria-invalid' | 'aria-label'
>

export type ComboboxProps = TriggerProps &
  ComboboxSource & {
    selected: ComboboxItem | null
    /** Called with null when the chosen item is picked again. */
    onSelect: (item: ComboboxItem | null) => void
    labels: ComboboxLabels
    /** Posts the chosen value in a form. */
    name?: string
    required?: boolean
  }

/** One of many, found by typing; the items may come from a server. */
export function Combobox({
  selected,
  onSelect,
  labels,
  name,
  required,
  items,
  search,
  onSearchChange,
  loading,
  className,
  ...trigger
}: ComboboxProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover open={open} onOpenChange={setOpen}>
      {name ? <input type="hidden" name={name} value={selected?.value ?? ''} /> : null}
      <PopoverTrigger
        role="combobox"
        aria-expanded={open}
        aria-required={required}
        className={cn(
          controlClasses,
          'flex h-10 items-center justify-between gap-2 px-3 text-start pointer-coarse:h-11',
          className,
        )}
        {...trigger}
      >
        <span className={cn('truncate', !selected && 'text-muted-foreground')}>
          {selected?.label ?? labels.placeholder}
        </span>
        <Icon name="chevrons-up-down" className="size-4 text-muted-foreground" />
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
          isSelected={(item) => item.value === selected?.value}
          onSelect={(item) => {
            onSelect(item.value === selected?.value ? null : item)
            setOpen(false)
          }}
        />
      </PopoverContent>
    </Popover>
  )
}
