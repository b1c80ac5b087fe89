import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { Icon } from './icon'
import type { LinkComponent } from './link-component'

export type BreadcrumbProps = Omit<ComponentProps<'nav'>, 'children'> & {
  /** Accessible name of the navigation. */
  label: string
  /** From the root down; the last one is the current page. */
  items: { label: ReactNode; href?: string }[]
  linkComponent?: LinkComponent
}

/** Where the page sits. */
export function Breadcrumb({
  label,
  items,
  linkComponent: Anchor = 'a',
  className,
  ...props
}: BreadcrumbProps) {
  return (
    <nav aria-label={label} className={cn('text-sm print:hidden', className)} {...props}>
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-muted-foreground">
        {items.map((item, index) => {
          const last = index === items.length - 1
          return (
            <li key={item.href ?? 'current'} className="flex min-w-0 items-center gap-1.5">
              {item.href && !last ? (
                <Anchor
                  href={item.href}
                  className="rounded-xs underline-offset-4 hover:text-foreground hover:underline pointer-coarse:py-2.5"
                >
                  {item.label}
                </Anchor>
              ) : (
                <span aria-current={last ? 'page' : undefined} className="truncate text-foreground">
                  {item.label}
                </span>
              )}
              {last ? null : (
                <Icon name="chevron-right" className="size-3.5 opacity-60 rtl:rotate-180" />
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
