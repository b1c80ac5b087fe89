import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

const layouts = {
  rows: 'divide-y divide-border [&>div]:flex [&>div]:flex-wrap [&>div]:justify-between [&>div]:gap-x-6 [&>div]:py-2.5 [&_dd]:text-end',
  columns:
    'grid gap-y-3 [&>div]:grid [&>div]:gap-x-6 sm:[&>div]:grid-cols-[minmax(9rem,14rem)_1fr]',
  grid: 'grid grid-cols-2 gap-x-6 gap-y-5 md:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]',
}

export type DataListProps = ComponentProps<'dl'> & {
  /** `rows`: value at the far edge; `columns`: term beside value; `grid`: facts in a grid. */
  layout?: keyof typeof layouts
}

/** Facts as a definition list. */
export function DataList({ layout = 'rows', className, ...props }: DataListProps) {
  return <dl className={cn('text-sm', layouts[layout], className)} {...props} />
}

export type DataListItemProps = Omit<ComponentProps<'div'>, 'children'> & {
  term: ReactNode
  children: ReactNode
}

export function DataListItem({ term, children, ...props }: DataListItemProps) {
  return (
    <div {...props}>
      <dt className="text-muted-foreground">{term}</dt>
      <dd className="min-w-0 font-medium tabular-nums">{children}</dd>
    </div>
  )
}
