'use client'

import { Button } from '@archway/ui/button'
import { FormMessage } from '@archway/ui/form-message'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'
import { Panel } from '../panel'
import type { AdminItemVersion } from './item'
import { KeyView } from './key-view'

/** What is right and why, behind a step that the audit log keeps. */
export function KeyPanel({ version }: { version: AdminItemVersion }) {
  const t = useTranslations('adminItems.page')
  const sentenceOf = useErrorSentence()
  const opened = useMutation(useApi().bank.openVersion.mutationOptions())
  return (
    <Panel title={t('key')} description={t('keyHint')}>
      {opened.data ? (
        <KeyView content={version.content} opened={opened.data} />
      ) : (
        <div>
          <Button
            variant="secondary"
            loading={opened.isPending}
            onClick={() => opened.mutate({ versionId: version.id })}
          >
            {t('openKey')}
          </Button>
        </div>
      )}
      {opened.error ? <FormMessage variant="danger">{sentenceOf(opened.error)}</FormMessage> : null}
    </Panel>
  )
}
