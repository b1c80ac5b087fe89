import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export type PageHeaderProps = Omit<ComponentProps<'header'>, 'title'> & {
  title: ReactNode
  description?: ReactNode
  /** A short line over the title: kind, number, section. */
  eyebrow?: ReactNode
  breadcrumb?: ReactNode
  /** Badges or facts under the description. */
  meta?: ReactNode
  actions?: ReactNode
  /** `display` for public pages (serif, large); `compact` for dashboards. */
  variant?: 'display' | 'compact'
  /** 1 unless the header stands inside another page, as in a preview. */
  headingLevel?: 1 | 2 | 3
}

/** The top of a page with its h1. */
export function PageHeader({
  title,
  description,
  eyebrow,
  breadcrumb,
  meta,
  actions,
  variant = 'display',
  headingLevel = 1,
  className,
  children,
  ...props
}: PageHeaderProps) {
  const Heading = `h${headingLevel}` as const
  const display = variant === 'display'
  return (
    <header className={cn('flex flex-col gap-4', className)} {...props}>
      {breadcrumb}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className={cn('min-w-0', display ? 'max-w-3xl' : 'max-w-2xl')}>
          {eyebrow ? <p className="mb-2 font-medium text-accent text-sm">{eyebrow}</p> : null}
          <Heading className={display ? 'font-display text-4xl' : 'font-semibold text-2xl'}>
            {title}
          </Heading>
          {description ? (
            <div className={cn('text-muted-foreground', display ? 'mt-3 text-lg' : 'mt-1 text-sm')}>
              {description}
            </div>
          ) : null}
          {meta ? (
            <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-muted-foreground text-sm">
              {meta}
            </div>
          ) : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {children}
    </header>
  )
}
