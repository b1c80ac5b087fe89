'use client'

import type { ImportDetail, ImportState } from '@archway/api/catalog/schema/imports'
import { Alert } from '@archway/ui/alert'
import { Button } from '@archway/ui/button'
import { LinkButton } from '@archway/ui/link-button'
import { ProgressBar } from '@archway/ui/progress'
import { toast } from '@archway/ui/toast'
import { useMutation, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { sizeText } from '../editor/size-text'
import { useErrorSentence } from '../editor/use-error-sentence'
import { ImportCountsList } from './import-counts'
import { ImportStateBadge } from './import-state-badge'
import { MappingForm } from './mapping-form'
import { PreviewPanel } from './preview-panel'

const moving: readonly ImportState[] = ['uploaded', 'previewing', 'queued', 'running']
const POLL_MS = 1000

/** One import from upload to the end; asks the server how far it is while something is under way. */
export function ImportView({ initial }: { initial: ImportDetail }) {
  const t = useTranslations('adminCatalog.imports')
  const format = useFormatter()
  const sentence = useErrorSentence()
  const api = useApi()
  const { data: detail, refetch } = useQuery(
    api.catalog.imports.get.queryOptions(
      { importId: initial.id },
      {
        initialData: initial,
        refetchInterval: ({ state }) =>
          state.data && moving.includes(state.data.state) ? POLL_MS : false,
      },
    ),
  )
  const cancel = useMutation(
    api.catalog.imports.cancel.mutationOptions({
      onSuccess: () => refetch(),
      onError: (error) => toast.error(sentence(error)),
    }),
  )
  const { state, preview } = detail
  const isMoving = moving.includes(state)
  const isEditable = state === 'previewed' || state === 'failed'
  const failure = detail.error?.split(':') ?? null
  return (
    <div className="grid max-w-5xl gap-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted-foreground text-sm">
        <span role="status">
          <ImportStateBadge state={state} />
        </span>
        <span>{t('fromList', { source: detail.source })}</span>
        <span>{sizeText(detail.sizeBytes)}</span>
        {preview ? (
          <span>
            {t('format', {
              encoding: preview.encoding,
              delimiter: delimiterNames[preview.delimiter] ?? 'other',
            })}
          </span>
        ) : null}
        <span>
          {format.dateTime(detail.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
        </span>
        {isMoving || state === 'previewed' ? (
          <Button
            variant="secondary"
            size="sm"
            className="ms-auto"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ importId: detail.id })}
          >
            {t('cancel')}
          </Button>
        ) : null}
      </div>
      {state === 'failed' && failure ? (
        <Alert
          variant="danger"
          title={t('failedTitle')}
          action={
            <LinkButton href="/admin/imports" linkComponent={Link} variant="secondary" size="sm">
              {t('another')}
            </LinkButton>
          }
        >
          {t.has(`failure.${failure[0]}` as never)
            ? t(`failure.${failure[0]}` as never, { detail: failure.slice(1).join(':') } as never)
            : t('failure.interrupted')}
        </Alert>
      ) : null}
      {state === 'uploaded' || state === 'previewing' ? (
        <ProgressBar showLabel label={t('looking')} value={null} valueText={t('pleaseWait')} />
      ) : null}
      {state === 'queued' || state === 'running' ? (
        <ProgressBar
          showLabel
          label={t('running')}
          value={detail.totalRows ? (detail.processedRows / detail.totalRows) * 100 : null}
          valueText={t('rowsOf', {
            done: detail.processedRows,
            total: detail.totalRows ?? 0,
          })}
        />
      ) : null}
      {state === 'running' || state === 'done' || state === 'cancelled' ? (
        <ImportCountsList counts={{ total: detail.totalRows ?? 0, ...detail.counts }} />
      ) : null}
      {state === 'done' || state === 'cancelled' ? (
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`/api/admin/imports/${detail.id}/issues`} variant="secondary" download>
            {t('issuesCsv')}
          </LinkButton>
          <LinkButton
            href={`/api/admin/imports/catalogue?source=${detail.source}`}
            variant="ghost"
            download
          >
            {t('exportSource', { source: detail.source })}
          </LinkButton>
        </div>
      ) : null}
      {preview && isEditable ? (
        <MappingForm
          key={JSON.stringify(detail.mapping)}
          importId={detail.id}
          preview={preview}
          onSaved={() => refetch()}
        />
      ) : null}
      {preview && state === 'previewed' ? (
        <PreviewPanel importId={detail.id} preview={preview} onStarted={() => refetch()} />
      ) : null}
    </div>
  )
}

/** Delimiters by the names that the catalogue has words for. */
const delimiterNames: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
}
