import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { Icon } from './icon'

/** A list of folded parts. */
export function Accordion({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div className={cn('divide-y divide-border border-border border-y', className)} {...props} />
  )
}

export type AccordionItemProps = Omit<ComponentProps<'details'>, 'title'> & {
  title: ReactNode
  /** Quiet facts at the trailing edge, such as a count. */
  meta?: ReactNode
}

/** One part, a native details element: works without JavaScript; a shared `name` keeps one open. */
export function AccordionItem({ title, meta, className, children, ...props }: AccordionItemProps) {
  return (
    <details className={cn('group/accordion', className)} {...props}>
      <summary className="flex min-h-12 items-center gap-3 rounded-sm py-3 hover:text-accent">
        <span className="flex min-w-0 flex-1 flex-col gap-x-4 sm:flex-row sm:items-baseline sm:justify-between">
          <span className="font-medium">{title}</span>
          {meta ? (
            <span className="shrink-0 text-muted-foreground text-sm tabular-nums">{meta}</span>
          ) : null}
        </span>
        <Icon
          name="chevron-down"
          className="size-4 text-muted-foreground transition-transform group-open/accordion:rotate-180"
        />
      </summary>
      <div className="pb-5 text-muted-foreground">{children}</div>
    </details>
  )
}
