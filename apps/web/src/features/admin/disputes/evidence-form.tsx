'use client'

import {
  type EvidenceField,
  type EvidenceTexts,
  evidenceFieldLimit,
  evidenceFields,
  evidenceTotalLimit,
} from '@archway/api/payments/schema'
import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { UnsavedGuard } from '../editor/unsaved-guard'
import { DownloadEvidence } from './download-evidence'
import { EvidenceTextList } from './evidence-texts'
import { SubmitEvidence } from './submit-evidence'
import { readEvidence } from './typed-evidence'

/** Lines that a text is shown with: enough to read it, not so many that the next one is out of sight. */
const rowsFor = (text: string) => Math.min(12, Math.max(1, text.split('\n').length))

/** The evidence, to be completed, looked at as it will be sent, taken along, and sent. */
export function EvidenceForm({
  disputeId,
  title,
  pack,
}: {
  disputeId: string
  /** what the file of the download is headed by */
  title: string
  pack: EvidenceTexts
}) {
  const t = useTranslations('adminDisputes')
  const [typed, setTyped] = useState<Partial<Record<EvidenceField, string>>>(pack)
  const [isPreview, setIsPreview] = useState(false)
  const evidence = readEvidence(typed)
  const isDirty = evidenceFields.some((field) => (typed[field] ?? '') !== (pack[field] ?? ''))
  return (
    <div className="grid gap-5">
      <UnsavedGuard isDirty={isDirty} />
      {isPreview ? (
        <EvidenceTextList texts={evidence.texts} />
      ) : (
        evidenceFields.map((field) => (
          <Field
            key={field}
            label={t(`field.${field}`)}
            hint={t(`hint.${field}`)}
            note={
              (typed[field] ?? '').length > 0
                ? t('evidence.length', {
                    count: (typed[field] ?? '').length,
                    limit: evidenceFieldLimit,
                  })
                : undefined
            }
            error={
              evidence.tooLong.includes(field)
                ? t('evidence.tooLong', { limit: evidenceFieldLimit })
                : undefined
            }
          >
            <Textarea
              rows={rowsFor(typed[field] ?? '')}
              value={typed[field] ?? ''}
              onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
            />
          </Field>
        ))
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
