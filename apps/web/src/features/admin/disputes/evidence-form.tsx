'use client'

import {
  type EvidenceField,
  type EvidenceTexts,
  evidenceFields,
  evidenceTotalLimit,
} from '@archway/api/payments/schema'
import { Button } from '@archway/ui/button'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { UnsavedGuard } from '../editor/unsaved-guard'
import { DownloadEvidence } from './download-evidence'
import { EvidenceTextField } from './evidence-text-field'
import { EvidenceTextList } from './evidence-texts'
import { SubmitEvidence } from './submit-evidence'
import { readEvidence } from './typed-evidence'

/** The evidence, to be completed, looked at as it will be sent, taken along, and sent. */
export function EvidenceForm({
  disputeId,
  title,
  pack,
  isDuplicate,
}: {
  disputeId: string
  /** what the file of the download is headed by */
  title: string
  pack: EvidenceTexts
  /** the buyer says that they were charged twice: there is another charge to tell it from */
  isDuplicate: boolean
}) {
  const t = useTranslations('adminDisputes')
  const [typed, setTyped] = useState<Partial<Record<EvidenceField, string>>>(pack)
  const [isPreview, setIsPreview] = useState(false)
  const evidence = readEvidence(typed)
  const fields = evidenceFields.filter((field) => isDuplicate || !field.startsWith('duplicate_'))
  const isDirty = evidenceFields.some((field) => (typed[field] ?? '') !== (pack[field] ?? ''))
  return (
    <div className="grid gap-5">
      <UnsavedGuard isDirty={isDirty} />
      {isPreview ? (
        <EvidenceTextList texts={evidence.texts} />
      ) : (
        <div className="grid gap-5 sm:grid-cols-2">
          {fields.map((field) => (
            <EvidenceTextField
              key={field}
              field={field}
              text={typed[field] ?? ''}
              onTyped={(text) => setTyped({ ...typed, [field]: text })}
            />
          ))}
        </div>
      )}
      <p className="text-muted-foreground text-sm tabular-nums">
        {t('evidence.total', { count: evidence.total, limit: evidenceTotalLimit })}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitEvidence disputeId={disputeId} evidence={evidence} onSent={() => setTyped(pack)} />
        <Button variant="secondary" onClick={() => setIsPreview(!isPreview)}>
          {t(isPreview ? 'evidence.edit' : 'evidence.preview')}
        </Button>
        <DownloadEvidence disputeId={disputeId} title={title} texts={evidence.texts} />
      </div>
    </div>
  )
}
