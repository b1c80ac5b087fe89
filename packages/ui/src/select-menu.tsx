'use client'

import * as SelectPrimitive from 'radix-ui/select'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { Icon } from './icon'
import { controlClasses } from './input'
import { menuItemClasses, popupClasses } from './popup'

export type SelectMenuOption = {
  value: string
  label: string
  hint?: ReactNode
  icon?: ReactNode
  disabled?: boolean
}

export type SelectMenuProps = Omit<
  ComponentProps<typeof SelectPrimitive.Trigger>,
  'value' | 'defaultValue' | 'onChange'
> & {
  options: SelectMenuOption[]
  /** Shown while nothing is chosen. */
  placeholder: string
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  name?: string
  required?: boolean
}

/** A styled list for choices that need an icon or a hint; otherwise use Select. */
export function SelectMenu({
  options,
  placeholder,
  value,
  defaultValue,
  onValueChange,
  name,
  required,
  disabled,
  className,
  ...props
}: SelectMenuProps) {
  return (
    <SelectPrimitive.Root
      value={value}
      defaultValue={defaultValue}
      onValueChange={onValueChange}
      name={name}
      required={required}
      disabled={disabled}
    >
      <SelectPrimitive.Trigger
        className={cn(
          controlClasses,
          'flex h-10 items-center justify-between gap-2 px-3 text-start data-placeholder:text-muted-foreground pointer-coarse:h-11',
          className,
        )}
        {...props}
      >
        <span className="min-w-0 flex-1 truncate">
          <SelectPrimitive.Value placeholder={placeholder} />
        </span>
        <Icon name="chevrons-up-down" className="size-4 text-muted-foreground" />
      </SelectPrimitive.Trigger>
      <SelectPrimitive.Portal>
        <SelectPrimitive.Content
          position="popper"
          sideOffset={6}
          collisionPadding={8}
          className={cn(popupClasses, 'min-w-(--radix-select-trigger-width) overflow-hidden')}
        >
          <SelectPrimitive.Viewport className="p-1">
            {options.map((option) => (
              <SelectPrimitive.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                aria-labelledby={undefined}
                className={cn(menuItemClasses, 'pe-8')}
              >
                {option.icon}
                <span className="grid">
                  <SelectPrimitive.ItemText>{option.label}</SelectPrimitive.ItemText>
                  {option.hint ? (
                    <span className="text-muted-foreground text-xs">{option.hint}</span>
                  ) : null}
                </span>
                <SelectPrimitive.ItemIndicator className="absolute end-2">
                  <Icon name="check" className="size-4 text-accent" />
                </SelectPrimitive.ItemIndicator>
              </SelectPrimitive.Item>
            ))}
          </SelectPrimitive.Viewport>
        </SelectPrimitive.Content>
      </SelectPrimitive.Portal>
    </SelectPrimitive.Root>
  )
}
