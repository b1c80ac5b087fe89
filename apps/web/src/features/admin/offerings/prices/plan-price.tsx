'use client'

import { isWholeCharge } from '@archway/api/shared/charge-step'
import { isBelowMinimumCharge } from '@archway/api/shared/minimum-charge'
import { parseMoney } from '@archway/api/shared/money'
import { Alert } from '@archway/ui/alert'
import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useApi } from '@/lib/trpc-client'
import { ChoiceLine } from '../../editor/choice-line'
import { TextLine } from '../../editor/text-line'
import { useErrorSentence } from '../../editor/use-error-sentence'

const empty = { amount: '', startsAt: '', endsAt: '' }

/** Plans a price from a moment on, or an offer for a time. Times are those of the reader's clock. */
export function PlanPrice({
  offeringId,
  active,
}: {
  offeringId: string
  active: { currency: string; amountMinor: bigint }[]
}) {
  const t = useTranslations('adminCatalog.prices')
  const issues = useTranslations('adminCatalog.issues')
  const errors = useTranslations('errors')
  const router = useRouter()
  const sentenceOf = useErrorSentence()
  const plan = useMutation(useApi().catalog.schedulePrice.mutationOptions())
  const [currency, setCurrency] = useState(active[0]?.currency ?? '')
  const [values, setValues] = useState(empty)
  const [isChecked, setIsChecked] = useState(false)
  const amountMinor = parseMoney(values.amount, currency)
  const isMissing = { amount: amountMinor === null, startsAt: values.startsAt === '' }
  const isTooSmall = amountMinor !== null && isBelowMinimumCharge({ amountMinor, currency })
  const isUneven = amountMinor !== null && !isWholeCharge({ amountMinor, currency })
  const amountError = isMissing.amount
    ? issues('amount')
    : isUneven
      ? errors('amount-in-steps')
      : isTooSmall
        ? errors('below-minimum-charge')
        : undefined
  const change = (next: Partial<typeof empty>) => setValues({ ...values, ...next })

  async function submit(event: FormEvent) {
    event.preventDefault()
    setIsChecked(true)
    if (amountMinor === null || amountError || isMissing.startsAt) return
    try {
      await plan.mutateAsync({
        offeringId,
        currency,
        amountMinor,
        startsAt: new Date(values.startsAt),
        endsAt: values.endsAt === '' ? null : new Date(values.endsAt),
      })
    } catch {
      return
    }
    toast.success(t('receipt'))
    setValues(empty)
    setIsChecked(false)
    router.refresh()
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[7rem_9rem_1fr_1fr]">
        <ChoiceLine
          label={t('currency')}
          value={currency}
          options={active.map(({ currency: value }) => ({ value, label: value }))}
          onChange={setCurrency}
        />
        <TextLine
          label={t('amount')}
          required
          inputMode="decimal"
          value={values.amount}
          error={isChecked ? amountError : undefined}
          onChange={(amount) => change({ amount })}
        />
        <Field
          label={t('from')}
          required
          error={isChecked && isMissing.startsAt ? issues('required') : undefined}
        >
          <Input
            type="datetime-local"
            value={values.startsAt}
            onChange={(event) => change({ startsAt: event.target.value })}
          />
        </Field>
        <Field label={t('until')} hint={t('untilHint')}>
          <Input
            type="datetime-local"
            value={values.endsAt}
            onChange={(event) => change({ endsAt: event.target.value })}
          />
        </Field>
      </div>
      {plan.error ? <Alert variant="danger" title={sentenceOf(plan.error)} /> : null}
      <div>
        <Button type="submit" loading={plan.isPending}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
