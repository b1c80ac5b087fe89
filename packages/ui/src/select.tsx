import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Icon } from './icon'
import { controlClasses } from './input'

export type SelectProps = ComponentProps<'select'> & {
  /** Classes of the wrapper; `className` goes to the control. */
  wrapperClassName?: string
}

/**
 * The browser's own select with our look: works in plain forms and on every phone. A new `defaultValue` is
 * chosen anew: React applies it to a select only once, and a form that was refused would lose the choice.
 */
export function Select({ className, wrapperClassName, children, ...props }: SelectProps) {
  return (
    <span className={cn('relative block', wrapperClassName)}>
      <select
        key={String(props.defaultValue)}
        className={cn(
          controlClasses,
          'h-10 appearance-none ps-3 pe-9 pointer-coarse:h-11',
          className,
        )}
        {...props}
      >
        {children}
      </select>
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  )
}
