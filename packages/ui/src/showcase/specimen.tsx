import type { ReactNode } from 'react'
import { cn } from '../cn'

/** A named group of specimens. */
export function SpecimenGroup({
  id,
  title,
  children,
}: {
  id: string
  title: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="grid gap-8 border-border border-t pt-10">
      <h2 id={id} className="scroll-mt-24 font-display text-3xl">
        {title}
      </h2>
      <div className="grid gap-10">{children}</div>
    </section>
  )
}

/** One component in one or more states. */
export function Specimen({
  title,
  note,
  className,
  children,
}: {
  title: string
  note?: string
  className?: string
  children: ReactNode
}) {
  return (
    <div className="grid gap-4 lg:grid-cols-[12rem_minmax(0,1fr)] lg:gap-8">
      <div>
        <h3 className="font-semibold text-sm">{title}</h3>
        {note ? <p className="mt-1 text-muted-foreground text-sm">{note}</p> : null}
      </div>
      <div className={cn('min-w-0', className)}>{children}</div>
    </div>
  )
}
