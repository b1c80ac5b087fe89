'use client'

import { type EvidenceField, evidenceFieldLimit } from '@archway/api/payments/schema'
import { cn } from '@archway/ui/cn'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'

/** What is told in one line. */
const short: readonly EvidenceField[] = [
  'customer_name',
  'customer_email_address',
  'customer_purchase_ip',
  'billing_address',
  'service_date',
  'duplicate_charge_id',
]

/** Enough lines to read a text, not so many that the next one is out of sight. */
const rowsFor = (text: string) => Math.min(12, Math.max(3, text.split('\n').length))

/** One text of the evidence, with how much of its room it takes. */
export function EvidenceTextField({
  field,
  text,
  onTyped,
}: {
  field: EvidenceField
  text: string
  onTyped: (text: string) => void
}) {
  const t = useTranslations('adminDisputes')
  const limit = evidenceFieldLimit
  const isShort = short.includes(field)
  return (
    <Field
      className={cn(!isShort && 'sm:col-span-2')}
      label={t(`field.${field}`)}
      hint={t(`hint.${field}`)}
      note={
        isShort || text === '' ? undefined : t('evidence.length', { count: text.length, limit })
      }
      error={text.trim().length > limit ? t('evidence.tooLong', { limit }) : undefined}
    >
      {isShort ? (
        <Input value={text} onChange={(event) => onTyped(event.target.value)} />
      ) : (
        <Textarea
          rows={rowsFor(text)}
          value={text}
          onChange={(event) => onTyped(event.target.value)}
        />
      )}
    </Field>
  )
}
