'use client'

import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { FormMessage } from '@archway/ui/form-message'
import { Input } from '@archway/ui/input'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { idleForm } from '@/lib/form-state'
import { verifyList } from './verify-list-action'
import { VerifyListResult } from './verify-list-result'

/** A list goes in, a row for each credential comes out. Works without JavaScript. */
export function VerifyListForm() {
  const t = useTranslations('credentials.verifyList')
  const [{ form, checked }, submit, isPending] = useActionState(verifyList, {
    form: idleForm,
    checked: null,
  })
  return (
    <div className="grid gap-10">
      {checked ? <VerifyListResult rows={checked} /> : null}
      <form action={submit} noValidate className="grid max-w-2xl gap-5">
        <FormMessage variant="danger">{form.status === 'error' ? form.message : null}</FormMessage>
        <Field label={t('file')} hint={t('fileHint')}>
          <Input type="file" name="file" accept=".csv,.txt,text/csv,text/plain" />
        </Field>
        <Field label={t('text')} hint={t('textHint')} error={form.fieldErrors.csv}>
          <Textarea
            name="csv"
            rows={7}
            spellCheck={false}
            placeholder={t('example')}
            defaultValue={form.values.csv}
            className="max-h-64 font-mono text-sm"
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
