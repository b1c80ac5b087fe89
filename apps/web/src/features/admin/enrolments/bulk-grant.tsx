'use client'

import type { BulkGrantOutput } from '@archway/api/enrolments/schema'
import { Alert } from '@archway/ui/alert'
import { Button } from '@archway/ui/button'
import { FileDrop } from '@archway/ui/file-drop'
import { useMutation } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { UnsavedGuard } from '../editor/unsaved-guard'
import { useErrorSentence } from '../editor/use-error-sentence'
import { csvRow } from '../export/csv-row'
import { ReasonDialog } from '../reason-dialog'
import { BulkGrantRows } from './bulk-grant-rows'

/** Files past this are refused before they are read; the server holds to the same. */
const largestBytes = 1_000_000

/**
 * Grants by file: choose it, see what each row would do, apply. What is applied is the file that was
 * previewed; the request's id makes sending it twice one grant per row.
 */
export function BulkGrant() {
  const t = useTranslations('adminOperations.bulkGrant')
  const format = useFormatter()
  const sentenceOf = useErrorSentence()
  const api = useApi()
  const preview = useMutation(api.enrolments.adminBulkPreview.mutationOptions())
  const apply = useMutation(api.enrolments.adminBulkApply.mutationOptions())
  const [csv, setCsv] = useState('')
  const [requestId, setRequestId] = useState('')
  const [isTooLarge, setIsTooLarge] = useState(false)
  const [applied, setApplied] = useState<BulkGrantOutput | null>(null)

  async function read(files: File[]) {
    const [file] = files
    setApplied(null)
    preview.reset()
    setIsTooLarge(file !== undefined && file.size > largestBytes)
    if (!file || file.size > largestBytes) return
    const text = await file.text()
    setCsv(text)
    setRequestId(crypto.randomUUID())
    preview.mutate({ csv: text })
  }

  const shown = applied ?? preview.data
  return (
    <div className="grid gap-6">
      <UnsavedGuard isDirty={preview.data !== undefined && preview.data.granting > 0 && !applied} />
      <FileDrop
        accept=".csv,text/csv"
        label={t('drop')}
        browseLabel={t('browse')}
        hint={t('hint')}
        error={isTooLarge ? t('tooLarge') : preview.error ? sentenceOf(preview.error) : undefined}
        formatSize={(bytes) =>
          format.number(bytes / 1000, {
            style: 'unit',
            unit: 'kilobyte',
            maximumFractionDigits: 1,
          })
        }
        onFiles={read}
      />
      <p role="status" className="sr-only">
        {preview.isPending ? t('checking') : ''}
      </p>
      {shown ? (
        <>
          <Alert
            variant={applied ? 'success' : 'info'}
            role="status"
            title={t(applied ? 'appliedTitle' : 'previewTitle')}
            action={
              !applied && shown.granting > 0 ? (
                <ReasonDialog
                  label={t('apply', { count: shown.granting })}
                  buttonVariant="primary"
                  title={t('apply', { count: shown.granting })}
                  effects={[
                    t('effectGrant', { count: shown.granting }),
                    t('effectAlready', { count: shown.already }),
                    t('effectRejected', { count: shown.rejected }),
                  ]}
                  confirmLabel={t('confirm')}
                  run={async (reason) => {
                    const result = await apply.mutateAsync({ requestId, csv, reason })
                    setApplied(result)
                    return t('receipt', { count: result.granting })
                  }}
                />
              ) : applied ? (
                <Button variant="secondary" size="sm" onClick={() => saveReceipt(applied)}>
                  {t('saveReceipt')}
                </Button>
              ) : undefined
            }
          >
            {t(applied ? 'appliedSummary' : 'previewSummary', {
              granting: shown.granting,
              already: shown.already,
              rejected: shown.rejected,
            })}
          </Alert>
          <BulkGrantRows rows={shown.rows} isApplied={applied !== null} />
        </>
      ) : null}
    </div>
  )
}

/** The receipt as a file, row by row, for the record of whoever asked for it. */
function saveReceipt(result: BulkGrantOutput) {
  const rows = result.rows.map((row) =>
    csvRow([row.line, row.email, row.offering, row.outcome, row.problem]),
  )
  const text = csvRow(['line', 'email', 'offering', 'outcome', 'problem']) + rows.join('')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  link.download = 'grants-receipt.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}
