'use client'

import { Button } from '@archway/ui/button'
import { Container } from '@archway/ui/container'
import { ErrorState } from '@archway/ui/error-state'
import { useTranslations } from 'next-intl'

/** What a reader sees when a page fails: a code that support can look up, and a second try. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('common')
  return (
    <Container size="content" className="py-24">
      <ErrorState
        title={t('failure.title')}
        description={t('failure.description')}
        reference={error.digest ? t('failure.code', { digest: error.digest }) : undefined}
        actions={<Button onClick={reset}>{t('actions.retry')}</Button>}
      />
    </Container>
  )
}
