'use client'

import { createContext, type ReactNode, useContext } from 'react'

export type FailureWords = { title: string; description: string; code: string; retry: string }

const Words = createContext<FailureWords | null>(null)

/**
 * Brings the words of the page for failures, which every page has at hand: from the server, so that
 * pages without other words in the browser need neither the message catalogue nor its library there.
 */
export function FailureWordsProvider({
  words,
  children,
}: {
  words: FailureWords
  children: ReactNode
}) {
  return <Words value={words}>{children}</Words>
}

export function useFailureWords(): FailureWords {
  const words = useContext(Words)
  if (words === null) throw new Error('The root layout provides the words for failures.')
  return words
}
