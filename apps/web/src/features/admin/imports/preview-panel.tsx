'use client'

import type { ImportPreview } from '@archway/api/catalog/schema/imports'
import { ConfirmDialog } from '@archway/ui/alert-dialog'
import { Button } from '@archway/ui/button'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { useErrorSentence } from '../editor/use-error-sentence'
import { Panel } from '../panel'
import { ImportCountsList } from './import-counts'
import { IssueTable } from './issue-table'

/** What the import would do, and the button that does it. */
export function PreviewPanel({
  importId,
  preview,
  onStarted,
}: {
  importId: string
  preview: ImportPreview
  onStarted: () => void
}) {
  const t = useTranslations('adminCatalog.imports')
  const common = useTranslations('common.actions')
  const sentence = useErrorSentence()
  const api = useApi()
  const [isAsked, setIsAsked] = useState(false)
  const start = useMutation(
    api.catalog.imports.start.mutationOptions({
      onSuccess: () => {
        setIsAsked(false)
        onStarted()
      },
    }),
  )
  const { counts, newProviders, newSkills, warnings, issues } = preview
  const changes = counts.created + counts.updated
  return (
    <Panel
      title={t('previewTitle')}
      description={t('previewText')}
      action={
        <Button disabled={counts.total === 0} onClick={() => setIsAsked(true)}>
          {t('start')}
        </Button>
      }
    >
      <ImportCountsList counts={counts} />
      {newProviders.length > 0 ? (
        <p className="text-sm">
          {t('newProviders', { count: newProviders.length, names: newProviders.join(', ') })}
        </p>
      ) : null}
      {newSkills > 0 ? <p className="text-sm">{t('newSkills', { count: newSkills })}</p> : null}
      {issues.length > 0 ? (
        <>
          <h3 className="mt-2 font-semibold text-sm">
            {t('issuesTitle', { rejected: counts.rejected, warnings, shown: issues.length })}
          </h3>
          <IssueTable issues={issues} />
        </>
      ) : counts.total > 0 ? (
        <p className="text-sm text-success">{t('noIssues')}</p>
      ) : null}
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setIsAsked}
        title={t('startTitle')}
        effectsLabel={t('effects')}
        effects={[
          t('effect.created', { count: counts.created }),
          t('effect.updated', { count: counts.updated }),
          ...(counts.rejected > 0 ? [t('effect.rejected', { count: counts.rejected })] : []),
          ...(changes === 0 ? [t('effect.nothing')] : [t('effect.background')]),
        ]}
        confirmLabel={t('start')}
        cancelLabel={common('cancel')}
        loading={start.isPending}
        error={start.error ? sentence(start.error) : undefined}
        onConfirm={() => start.mutate({ importId })}
      />
    </Panel>
  )
}
