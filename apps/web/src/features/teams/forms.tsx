'use client'

import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { MadeLink } from '@/features/shell/made-link'
import { TextField } from '@/features/shell/text-field'
import type { FormAction } from '@/lib/form-state'
import {
  claimGift,
  claimSeat,
  endSeatLink,
  inviteToSeats,
  makeGiftLink,
  makeSeatLink,
  releaseSeat,
  resendInvitation,
  sendGift,
  shareProgress,
  updateGift,
} from './actions'
import { Hidden } from './hidden'

const actions = {
  resendInvitation,
  releaseSeat,
  makeSeatLink,
  endSeatLink,
  shareProgress,
  sendGift,
  makeGiftLink,
  claimGift,
} as const satisfies Record<string, FormAction>

/** One button that does one thing to what the values name. What it answers stands above it. */
export function OneStep({
  action,
  label,
  values,
  variant = 'secondary',
}: {
  action: keyof typeof actions
  label: string
  values: Record<string, string>
  variant?: 'primary' | 'secondary' | 'danger'
}) {
  const t = useTranslations('teams.link')
  return (
    <div className="wrap-anywhere min-w-0">
      <FormFrame action={actions[action]} submitLabel={label} submitVariant={variant}>
        {(state) => (
          <>
            <Hidden values={values} />
            {state.status === 'done' && state.values.url ? (
              <MadeLink
                url={state.values.url}
                labels={{ link: t('label'), copy: t('copy'), copied: t('copied') }}
              />
            ) : null}
          </>
        )}
      </FormFrame>
    </div>
  )
}

/** Addresses to invite, as many as one likes. */
export function InviteForm({ poolId }: { poolId: string }) {
  const t = useTranslations('teams.pack')
  return (
    <div className="wrap-anywhere whitespace-pre-line">
      <FormFrame action={inviteToSeats} submitLabel={t('inviteButton')}>
        {(state) => (
          <>
            <Hidden values={{ poolId }} />
            <Field label={t('inviteLabel')} hint={t('inviteHint')} error={state.fieldErrors.emails}>
              <Textarea
                name="emails"
                rows={3}
                defaultValue={state.status === 'error' ? state.values.emails : ''}
              />
            </Field>
          </>
        )}
      </FormFrame>
    </div>
  )
}

/** Taking a seat, with the question whether its owner may see one's progress. */
export function ClaimSeatForm({ token, owner }: { token: string; owner: string }) {
  const t = useTranslations('teams.claim')
  return (
    <FormFrame action={claimSeat} submitLabel={t('takeSeat')}>
      {(state) => (
        <>
          <Hidden values={{ token }} />
          <label className="flex items-start gap-3 text-sm">
            <input
              type="checkbox"
              name="consent"
              defaultChecked={state.values.consent === 'on'}
              className="mt-0.5 size-4.5 shrink-0 accent-accent"
            />
            <span>{t('consent', { name: owner })}</span>
          </label>
        </>
      )}
    </FormFrame>
  )
}

/** Whom a gift is for and when it is mailed, to be corrected. */
export function EditGiftForm({
  giftId,
  recipientEmail,
  recipientName,
  isScheduled,
}: {
  giftId: string
  recipientEmail: string
  recipientName: string | null
  isScheduled: boolean
}) {
  const t = useTranslations('teams.gift')
  return (
    <FormFrame action={updateGift} submitLabel={t('save')} submitVariant="secondary">
      {(state) => (
        <>
          <Hidden values={{ giftId }} />
          <TextField
            state={state}
            name="recipientEmail"
            type="email"
            label={t('email')}
            defaultValue={recipientEmail}
          />
          <Field label={t('name')} error={state.fieldErrors.recipientName}>
            <Input
              name="recipientName"
              maxLength={100}
              defaultValue={state.values.recipientName ?? recipientName ?? ''}
            />
          </Field>
          {isScheduled ? (
            <Field label={t('day')} hint={t('keepDay')} error={state.fieldErrors.deliverOn}>
              <Input name="deliverOn" type="date" defaultValue={state.values.deliverOn ?? ''} />
            </Field>
          ) : null}
        </>
      )}
    </FormFrame>
  )
}
