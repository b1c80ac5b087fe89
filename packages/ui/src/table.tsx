import type { ComponentProps } from 'react'
import { cn } from './cn'

export type TableProps = ComponentProps<'table'> & {
  /** Names the table, and the scrolling box around it. */
  label: string
  /** Classes of the scrolling box. */
  containerClassName?: string
}

/** A table that scrolls sideways on its own when it is too wide, reachable by keyboard. */
export function Table({ label, className, containerClassName, ...props }: TableProps) {
  return (
    // A group, not a region: a landmark of the table's name would stand in the section of that name.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keyboard.
      tabIndex={0}
      className={cn('relative w-full overflow-x-auto', containerClassName)}
    >
      <table
        aria-label={label}
        className={cn('w-full border-collapse text-sm', className)}
        {...props}
      />
    </div>
  )
}

export function TableHeader({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={cn('[&_tr]:border-border-strong', className)} {...props} />
}

export function TableBody({ className, ...props }: ComponentProps<'tbody'>) {
  return <tbody className={cn('[&_tr:last-child]:border-b-0', className)} {...props} />
}

export function TableFooter({ className, ...props }: ComponentProps<'tfoot'>) {
  return <tfoot className={cn('border-border-strong border-t font-medium', className)} {...props} />
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return (
    <tr
      className={cn(
        'border-border border-b transition-colors aria-selected:bg-accent-muted/60',
        className,
      )}
      {...props}
    />
  )
}

/** A heading cell. `numeric` sets figures flush right. */
export function TableHead({
  className,
  numeric = false,
  scope = 'col',
  ...props
}: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope={scope}
      className={cn(
        'h-10 whitespace-nowrap px-3 text-start align-middle font-medium text-muted-foreground text-xs',
        numeric && 'text-end',
        className,
      )}
      {...props}
    />
  )
}

/** A cell. `numeric` sets figures flush right. */
export function TableCell({
  className,
  numeric = false,
  ...props
}: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={cn(
        'px-3 py-3 align-middle',
        numeric && 'whitespace-nowrap text-end tabular-nums',
        className,
      )}
      {...props}
    />
  )
}

export function TableCaption({ className, ...props }: ComponentProps<'caption'>) {
  return (
    <caption
      className={cn('caption-bottom pt-3 text-start text-muted-foreground text-sm', className)}
      {...props}
    />
  )
}
