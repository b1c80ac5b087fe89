'use client'

import { type DecidedState, decisionReasons } from '@archway/api/credentials/schema'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Select } from '@archway/ui/select'
import { useTranslations } from 'next-intl'

export type DecisionCode = (typeof decisionReasons)[DecidedState][number]
export type DecisionWords = { code: DecisionCode; publicNote: string }

/** How a decision is explained before anybody has written anything. */
export const firstWords = (to: DecidedState): DecisionWords => ({
  code: decisionReasons[to][0],
  publicNote: '',
})

/** What the public page will say about a decision: a reason from the list, and a note. */
export function DecisionFields({
  to,
  value,
  onChange,
}: {
  to: DecidedState
  value: DecisionWords
  onChange: (value: DecisionWords) => void
}) {
  const t = useTranslations('adminCredentials.decide')
  const reasons = useTranslations('credentials.reason')
  return (
    <>
      <Field label={t('code')}>
        <Select
          value={value.code}
          onChange={({ target }) => {
            const code = decisionReasons[to].find((one) => one === target.value)
            if (code) onChange({ ...value, code })
          }}
        >
          {decisionReasons[to].map((code) => (
            <option key={code} value={code}>
              {reasons(code)}
            </option>
          ))}
        </Select>
      </Field>
      <NoteField
        value={value.publicNote}
        onChange={(publicNote) => onChange({ ...value, publicNote })}
      />
    </>
  )
}

/** A note that everybody reads. */
export function NoteField({
  value,
  onChange,
}: {
  value: string
  onChange: (value: string) => void
}) {
  const t = useTranslations('adminCredentials.decide')
  return (
    <Field label={t('note')} hint={t('noteHint')}>
      <Input value={value} maxLength={300} onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}
