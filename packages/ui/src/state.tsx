import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export type StateProps = Omit<ComponentProps<'div'>, 'title'> & {
  title: ReactNode
  description?: ReactNode
  icon?: ReactNode
  /** Buttons or links: the way on from here. */
  actions?: ReactNode
  /** Level of the title in the page's outline. */
  headingLevel?: 1 | 2 | 3
}

/** Shared layout of the empty and error states. */
export function State({
  title,
  description,
  icon,
  actions,
  headingLevel = 2,
  className,
  children,
  ...props
}: StateProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div
      className={cn('flex flex-col items-center px-6 py-14 text-center sm:py-20', className)}
      {...props}
    >
      {icon ? (
        <div className="mb-5 grid size-12 place-items-center rounded-full bg-muted text-muted-foreground [&>svg]:size-6">
          {icon}
        </div>
      ) : null}
      <Heading className="font-display text-2xl">{title}</Heading>
      {description ? (
        <div className="mt-2 max-w-md text-muted-foreground">{description}</div>
      ) : null}
      {children ? <div className="mt-5 w-full max-w-md">{children}</div> : null}
      {actions ? (
        <div className="mt-6 flex flex-wrap items-center justify-center gap-3">{actions}</div>
      ) : null}
    </div>
  )
}
