import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { type Messages, messages } from './messages'

/**
 * Gives client components below it these namespaces of the message catalogue, and no others.
 * `timeZone` is the reader's; without it dates are in UTC.
 */
export function MessagesFor({
  namespaces,
  timeZone,
  children,
}: {
  namespaces: readonly (keyof Messages)[]
  timeZone?: string
  children: ReactNode
}) {
  const given = Object.fromEntries(
    (['common', 'errors', ...namespaces] as const).map((name) => [name, messages[name]]),
  )
  return (
    <NextIntlClientProvider messages={given} timeZone={timeZone}>
      {children}
    </NextIntlClientProvider>
  )
}
