'use client'

import { Alert } from '@archway/ui/alert'
import { Button } from '@archway/ui/button'
import { Combobox, type ComboboxItem } from '@archway/ui/combobox'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Textarea } from '@archway/ui/textarea'
import { toast } from '@archway/ui/toast'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useDeferredValue, useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { UnsavedGuard } from '../editor/unsaved-guard'
import { useErrorSentence } from '../editor/use-error-sentence'
import { type GrantProblems, grantProblems } from './grant-problems'

const empty = { email: '', endsOn: '', reason: '' }

/** Gives one person access to an offering of ours. The request's id makes a second click harmless. */
export function GrantForm({ email = '' }: { email?: string }) {
  const t = useTranslations('adminOperations.grant')
  const errors = useTranslations('errors')
  const sentenceOf = useErrorSentence()
  const router = useRouter()
  const api = useApi()
  const grant = useMutation(api.enrolments.adminGrant.mutationOptions())
  const [requestId, setRequestId] = useState(() => crypto.randomUUID())
  const [values, setValues] = useState({ ...empty, email })
  const [offering, setOffering] = useState<ComboboxItem | null>(null)
  const [search, setSearch] = useState('')
  const [problems, setProblems] = useState<GrantProblems>({})
  const found = useQuery(
    api.enrolments.adminGrantable.queryOptions({ search: useDeferredValue(search) }),
  )
  const isDirty =
    offering !== null || values.endsOn !== '' || values.reason !== '' || values.email !== email
  const set = (name: keyof typeof empty) => (event: { target: { value: string } }) => {
    setValues({ ...values, [name]: event.target.value })
    setProblems({ ...problems, [name]: undefined })
  }
  const problem = (name: keyof GrantProblems) => {
    const reason = problems[name]
    return reason ? errors(reason) : undefined
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const wrong = grantProblems({ ...values, offeringId: offering?.value ?? '' }, new Date())
    setProblems(wrong)
    if (Object.keys(wrong).length > 0 || !offering) return
    try {
      const { isNew, userId } = await grant.mutateAsync({
        requestId,
        email: values.email.trim(),
        offeringId: offering.value,
        // The day that is named is still included: access ends as the next one begins, in UTC.
        endsAt: values.endsOn ? new Date(Date.parse(values.endsOn) + 86_400_000) : null,
        reason: values.reason.trim(),
      })
      toast.success(
        t(isNew ? 'receipt' : 'already', { email: values.email, title: offering.label }),
      )
      setValues(empty)
      setOffering(null)
      setRequestId(crypto.randomUUID())
      router.push(`/admin/enrolments/${userId}/${offering.value}`)
    } catch {
      // Told above the button by the mutation's state.
    }
  }

  return (
    <form onSubmit={submit} noValidate className="grid max-w-xl gap-5">
      <UnsavedGuard isDirty={isDirty && !grant.isSuccess} />
      <Field label={t('email')} hint={t('emailHint')} error={problem('email')} required>
        <Input type="email" autoComplete="off" value={values.email} onChange={set('email')} />
      </Field>
      <Field label={t('offering')} hint={t('offeringHint')} error={problem('offeringId')} required>
        {({ required, ...control }) => (
          <Combobox
            {...control}
            required={required}
            selected={offering}
            onSelect={(item) => {
              setOffering(item)
              setProblems({ ...problems, offeringId: undefined })
            }}
            search={search}
            onSearchChange={setSearch}
            loading={found.isFetching}
            items={(found.data ?? []).map((row) => ({
              value: row.id,
              label: row.title,
              hint: t(`kind.${row.kind}`),
            }))}
            labels={{
              placeholder: t('choose'),
              search: t('searchOfferings'),
              empty: t('noOfferings'),
              loading: t('loading'),
            }}
          />
        )}
      </Field>
      <Field label={t('endsOn')} hint={t('endsOnHint')} error={problem('endsOn')}>
        <Input type="date" value={values.endsOn} onChange={set('endsOn')} className="sm:w-48" />
      </Field>
      <Field label={t('reason')} hint={t('reasonHint')} error={problem('reason')} required>
        <Textarea rows={3} maxLength={500} value={values.reason} onChange={set('reason')} />
      </Field>
      {grant.error ? (
        <Alert variant="danger" role="alert">
          {sentenceOf(grant.error)}
        </Alert>
      ) : null}
      <Button type="submit" loading={grant.isPending} className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  )
}
