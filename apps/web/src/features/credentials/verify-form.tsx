'use client'

import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { FormMessage } from '@archway/ui/form-message'
import { Input } from '@archway/ui/input'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { idleForm } from '@/lib/form-state'
import { verifyWhatWasSent } from './verify-action'
import { VerifyResult } from './verify-result'

/** A file or a text goes in, what was found comes out. Works without JavaScript. */
export function VerifyForm() {
  const t = useTranslations('credentials.verify')
  const [{ form, checked }, submit, isPending] = useActionState(verifyWhatWasSent, {
    form: idleForm,
    checked: null,
  })
  return (
    <div className="grid gap-10">
      {checked ? <VerifyResult checked={checked} /> : null}
      <form action={submit} noValidate className="grid gap-5">
        <FormMessage variant="danger">{form.status === 'error' ? form.message : null}</FormMessage>
        <Field label={t('file')} hint={t('fileHint')} error={form.fieldErrors.file}>
          <Input
            type="file"
            name="file"
            accept=".json,.jsonld,.jwt,.txt,.pdf,.png,.svg,application/json,application/pdf,image/png,image/svg+xml"
          />
        </Field>
        <Field label={t('text')} hint={t('textHint')} error={form.fieldErrors.text}>
          <Textarea
            name="text"
            rows={5}
            spellCheck={false}
            defaultValue={form.values.text}
            className="max-h-64"
          />
        </Field>
        <div>
          <Button type="submit" loading={isPending}>
            {t('submit')}
          </Button>
        </div>
      </form>
    </div>
  )
}
