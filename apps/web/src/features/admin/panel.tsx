import { Card } from '@archway/ui/card'
import { cn } from '@archway/ui/cn'
import { type ReactNode, useId } from 'react'

/** A titled part of a page of the dashboard, on a surface of its own. */
export function Panel({
  title,
  description,
  action,
  className,
  children,
}: {
  title: ReactNode
  description?: ReactNode
  /** a button or link level with the title */
  action?: ReactNode
  className?: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <Card className={cn('min-w-0 p-5 sm:p-6', className)}>
      <section aria-labelledby={id} className="grid min-w-0 gap-4">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <h2 id={id} className="font-semibold text-base">
              {title}
            </h2>
            {description ? (
              <p className="mt-1 text-muted-foreground text-sm">{description}</p>
            ) : null}
          </div>
          {action}
        </div>
        {children}
      </section>
    </Card>
  )
}
