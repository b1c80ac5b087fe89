'use client'

import { Alert } from '@archway/ui/alert'
import { Checkbox } from '@archway/ui/checkbox'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { startExam } from '../actions'
import { leaveSessionId } from '../room/session-id'

/** The name, the agreement and the start. Needs JavaScript, as the exam room does. */
export function StartForm({
  slug,
  agreementHash,
  agreement,
  legalName,
  suggestedName,
}: {
  slug: string
  agreementHash: string
  agreement: readonly string[]
  /** null: asked for here */
  legalName: string | null
  suggestedName: string
}) {
  const t = useTranslations('exams.prepare')
  const [sessionId, setSessionId] = useState<string | null>(null)
  useEffect(() => {
    const id = crypto.randomUUID()
    leaveSessionId(id)
    setSessionId(id)
  }, [])
  if (sessionId === null) return <Alert variant="warning">{t('needsScript')}</Alert>
  return (
    <FormFrame action={startExam} submitLabel={t('start')}>
      {(state) => (
        <>
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="agreementHash" value={agreementHash} />
          <input type="hidden" name="sessionId" value={sessionId} />
          {legalName === null ? (
            <TextField
              state={state}
              name="name"
              label={t('name')}
              hint={t('nameHint')}
              autoComplete="name"
              defaultValue={suggestedName}
            />
          ) : (
            <p>
              {t.rich('nameStands', {
                name: legalName,
                strong: (words) => <strong className="font-semibold">{words}</strong>,
              })}
            </p>
          )}
          <div className="grid gap-3 rounded-lg border border-border bg-surface p-5">
            <ul className="grid list-disc gap-1.5 ps-5">
              {agreement.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
            <Checkbox
              name="agreed"
              label={t('agree')}
              aria-invalid={state.fieldErrors.agreed ? true : undefined}
            />
            {state.fieldErrors.agreed ? (
              <p role="alert" className="text-danger text-sm">
                {state.fieldErrors.agreed}
              </p>
            ) : null}
          </div>
        </>
      )}
    </FormFrame>
  )
}
