import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

export type SectionProps = Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode
  description?: ReactNode
  /** A link or button level with the title. */
  action?: ReactNode
  headingLevel?: 2 | 3
  /** Id of the heading, for a table of contents. */
  headingId?: string
}

/** A titled part of a page. */
export function Section({
  title,
  description,
  action,
  headingLevel = 2,
  headingId,
  className,
  children,
  ...props
}: SectionProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <section className={cn('flex flex-col gap-6', className)} {...props}>
      {title ? (
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
          <div className="max-w-prose">
            <Heading
              id={headingId}
              className={cn(
                headingLevel === 2 ? 'font-display text-2xl sm:text-3xl' : 'font-semibold text-lg',
              )}
            >
              {title}
            </Heading>
            {description ? <p className="mt-1.5 text-muted-foreground">{description}</p> : null}
          </div>
          {action}
        </div>
      ) : null}
      {children}
    </section>
  )
}
