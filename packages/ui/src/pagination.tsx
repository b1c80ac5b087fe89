import type { ComponentProps } from 'react'
import { buttonVariants } from './button'
import { cn } from './cn'
import { Icon } from './icon'
import type { LinkComponent } from './link-component'
import { pageWindow } from './page-window'

export type PaginationProps = Omit<ComponentProps<'nav'>, 'children'> & {
  /** Current page, from 1. */
  page: number
  pageCount: number
  /** The address of a page. */
  href: (page: number) => string
  labels: {
    navigation: string
    previous: string
    next: string
    /** Accessible name of a page's link. */
    page: (page: number) => string
    /** What phones show in place of the numbers, such as "3 of 12". */
    position: string
  }
  linkComponent?: LinkComponent
}

/** Pages as links, so they work without JavaScript. Renders nothing for a single page. */
export function Pagination({
  page,
  pageCount,
  href,
  labels,
  linkComponent: Anchor = 'a',
  className,
  ...props
}: PaginationProps) {
  if (pageCount <= 1) return null
  const ghost = buttonVariants({ variant: 'ghost', size: 'sm' })
  const step = (to: number, rel: 'prev' | 'next') => {
    const text = rel === 'prev' ? labels.previous : labels.next
    const inside = (
      <>
        {rel === 'prev' ? <Icon name="chevron-left" className="rtl:rotate-180" /> : null}
        {text}
        {rel === 'next' ? <Icon name="chevron-right" className="rtl:rotate-180" /> : null}
      </>
    )
    if (to < 1 || to > pageCount) {
      return (
        <span aria-hidden="true" className={cn(ghost, 'invisible')}>
          {inside}
        </span>
      )
    }
    return (
      <Anchor href={href(to)} rel={rel} className={ghost}>
        {inside}
      </Anchor>
    )
  }
  return (
    <nav
      aria-label={labels.navigation}
      className={cn('flex items-center justify-between gap-2 print:hidden', className)}
      {...props}
    >
      {step(page - 1, 'prev')}
      <span className="text-muted-foreground text-sm tabular-nums sm:hidden">
        {labels.position}
      </span>
      <ol className="hidden items-center gap-1 sm:flex">
        {pageWindow(page, pageCount).map((slot, index, slots) =>
          slot === 'gap' ? (
            <li
              key={`gap-after-${slots[index - 1]}`}
              aria-hidden="true"
              className="w-8 text-center text-muted-foreground"
            >
              …
            </li>
          ) : (
            <li key={slot}>
              <Anchor
                href={href(slot)}
                aria-label={labels.page(slot)}
                aria-current={slot === page ? 'page' : undefined}
                className={cn(
                  ghost,
                  'min-w-8 px-2 tabular-nums',
                  slot === page &&
                    'bg-accent-muted text-accent-muted-foreground [a&]:hover:bg-accent-muted',
                )}
              >
                {slot}
              </Anchor>
            </li>
          ),
        )}
      </ol>
      {step(page + 1, 'next')}
    </nav>
  )
}
