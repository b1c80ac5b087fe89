import { Card } from '@archway/ui/card'
import type { ReactNode } from 'react'
import { MessagesFor } from '@/lib/messages-for'

/** The frame of sign-in, sign-up and what belongs to them: one column, one purpose. */
export function EntryPage({
  title,
  description,
  children,
  footer,
}: {
  title: string
  description?: string
  children: ReactNode
  footer?: ReactNode
}) {
  return (
    <div className="mx-auto w-full max-w-md px-5 py-14 sm:py-20">
      <h1 className="font-display text-3xl">{title}</h1>
      {description ? <p className="mt-2 text-muted-foreground">{description}</p> : null}
      <Card className="mt-8 grid gap-6 p-6 sm:p-8">
        <MessagesFor namespaces={['accounts']}>{children}</MessagesFor>
      </Card>
      {footer ? (
        <div className="mt-6 text-center text-muted-foreground text-sm">{footer}</div>
      ) : null}
    </div>
  )
}
