'use client'

import { Button } from '@archway/ui/button'
import { Container } from '@archway/ui/container'
import { ErrorState } from '@archway/ui/error-state'
import { useFailureWords } from '@/features/shell/failure-words'

/** What a reader sees when a page fails: a code that support can look up, and a second try. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const words = useFailureWords()
  return (
    <Container size="content" className="py-24">
      <ErrorState
        title={words.title}
        description={words.description}
        reference={error.digest ? `${words.code} ${error.digest}` : undefined}
        actions={<Button onClick={reset}>{words.retry}</Button>}
      />
    </Container>
  )
}
