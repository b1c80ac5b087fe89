'use client'

import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { buyGift, buySeats } from './actions'
import { Hidden } from './hidden'

type Offered = { offeringId: string; currency: string }

/** How many seats. */
export function BuySeatsForm({
  offered,
  least,
  most,
  price,
}: {
  offered: Offered
  least: number
  most: number
  price: string
}) {
  const t = useTranslations('teams.buy')
  return (
    <FormFrame
      action={buySeats}
      submitLabel={t('buySeats')}
      otherSubmit={{ name: 'next', value: 'cart', label: t('toCart') }}
    >
      {(state) => (
        <>
          <Hidden values={offered} />
          <TextField
            state={state}
            name="quantity"
            type="number"
            inputMode="numeric"
            min={least}
            max={most}
            label={t('quantity')}
            hint={t('quantityHint', { least, most, price })}
            defaultValue="5"
          />
        </>
      )}
    </FormFrame>
  )
}

/** For whom, with which words, and when. */
export function BuyGiftForm({
  offered,
  days,
}: {
  offered: Offered
  /** the first and the last day on which it can be mailed, YYYY-MM-DD */
  days: { first: string; last: string }
}) {
  const t = useTranslations('teams.gift')
  const buy = useTranslations('teams.buy')
  return (
    <FormFrame
      action={buyGift}
      submitLabel={buy('buyGift')}
      otherSubmit={{ name: 'next', value: 'cart', label: buy('toCart') }}
    >
      {(state) => (
        <>
          <Hidden values={offered} />
          <TextField state={state} name="recipientEmail" type="email" label={t('email')} />
          <Field label={t('name')} error={state.fieldErrors.recipientName}>
            <Input
              name="recipientName"
              maxLength={100}
              defaultValue={state.values.recipientName ?? ''}
            />
          </Field>
          <Field label={buy('message')} error={state.fieldErrors.message}>
            <Textarea
              name="message"
              rows={4}
              maxLength={600}
              defaultValue={state.values.message ?? ''}
            />
          </Field>
          <Field label={t('day')} hint={t('dayHint')} error={state.fieldErrors.deliverOn}>
            <Input
              name="deliverOn"
              type="date"
              min={days.first}
              max={days.last}
              defaultValue={state.values.deliverOn ?? ''}
            />
          </Field>
        </>
      )}
    </FormFrame>
  )
}
