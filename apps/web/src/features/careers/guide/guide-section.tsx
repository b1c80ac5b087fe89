import type { ReactNode } from 'react'
import { WrittenHtml } from '@/features/shell/written-html'
import { sectionId } from '../noted-facts'

/** One section of a guide: its heading, its text, and what belongs beside it. */
export function GuideSection({
  kind,
  title,
  bodyHtml,
  children,
}: {
  kind: string
  title: string
  bodyHtml: string
  children?: ReactNode
}) {
  const id = sectionId(kind)
  return (
    <section
      aria-labelledby={id}
      className="border-border border-t pt-10 first:border-t-0 first:pt-0"
    >
      <h2 id={id} className="scroll-mt-8 font-display text-3xl">
        {title}
      </h2>
      {/* The figures in it are ours and escaped (fact-html.ts). */}
      <WrittenHtml className="prose mt-5 [&_h3]:text-[1.375rem]" html={bodyHtml} />
      {children ? <div className="mt-10 space-y-10">{children}</div> : null}
    </section>
  )
}

/** A titled figure, table or list inside of a section; no landmark of its own, there would be too many. */
export function GuidePart({
  title,
  description,
  id,
  children,
}: {
  title: string
  description?: string
  id: string
  children: ReactNode
}) {
  return (
    <div>
      <h3 id={id} className="scroll-mt-8 font-semibold text-lg">
        {title}
      </h3>
      {description ? (
        <p className="mt-1 max-w-prose text-muted-foreground text-sm">{description}</p>
      ) : null}
      <div className="mt-5">{children}</div>
    </div>
  )
}
