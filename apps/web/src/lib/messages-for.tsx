import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { type Messages, messages } from './messages'

/** Gives client components below it these namespaces of the message catalogue, and no others. */
export function MessagesFor({
  namespaces,
  children,
}: {
  namespaces: readonly (keyof Messages)[]
  children: ReactNode
}) {
  const given = Object.fromEntries(
    (['common', 'errors', ...namespaces] as const).map((name) => [name, messages[name]]),
  )
  return <NextIntlClientProvider messages={given}>{children}</NextIntlClientProvider>
}
