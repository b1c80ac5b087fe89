'use client'

import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { claimAsNew, claimOrder, sendClaimLink, takeBackUnclaimed } from './guest-actions'

/** One button for who is signed in. */
export function ClaimForm({ token, label }: { token: string; label: string }) {
  return (
    <FormFrame action={claimOrder} submitLabel={label} isWide>
      {() => <input type="hidden" name="token" value={token} />}
    </FormFrame>
  )
}

/** A new account: the link stands for the address, so only name and password are asked for. */
export function ClaimAsNewForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('guests.claim')
  return (
    <FormFrame action={claimAsNew} submitLabel={t('create')} isWide>
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <TextField state={state} name="name" label={t('name')} autoComplete="name" />
          <TextField
            state={state}
            name="password"
            type="password"
            label={t('password')}
            hint={t('passwordHint')}
            autoComplete="new-password"
          />
        </>
      )}
    </FormFrame>
  )
}

/** The price of a line back. The request's id comes with the page: pressing twice is one refund. */
export function TakeBackForm({
  label,
  ...request
}: {
  token: string
  orderLineId: string
  requestId: string
  label: string
}) {
  return (
    <FormFrame action={takeBackUnclaimed} submitLabel={label} submitVariant="danger">
      {() =>
        Object.entries(request).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))
      }
    </FormFrame>
  )
}

/** Asks for the link again. */
export function AskLinkForm({ orderNumber }: { orderNumber: string }) {
  const t = useTranslations('guests.ask')
  return (
    <FormFrame action={sendClaimLink} submitLabel={t('submit')} isWide>
      {(state) => (
        <>
          <TextField
            state={state}
            name="orderNumber"
            label={t('orderNumber')}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={orderNumber}
          />
          <TextField
            state={state}
            name="email"
            type="email"
            label={t('email')}
            autoComplete="email"
          />
        </>
      )}
    </FormFrame>
  )
}
