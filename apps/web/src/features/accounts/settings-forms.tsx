'use client'

import { Field } from '@archway/ui/field'
import { Select } from '@archway/ui/select'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { changePassword, confirmEmailChange, requestEmailChange, updateProfile } from './actions'

type Option = { value: string; label: string }

/** Name, format of dates and numbers, time zone. */
export function ProfileForm({
  account,
  locales,
  timeZones,
}: {
  account: { name: string | null; locale: string; timeZone: string }
  locales: Option[]
  timeZones: string[]
}) {
  const t = useTranslations('accounts.profile')
  return (
    <FormFrame action={updateProfile} submitLabel={t('submit')}>
      {(state) => (
        <>
          <TextField
            state={state}
            name="name"
            label={t('name')}
            defaultValue={account.name ?? ''}
            autoComplete="name"
          />
          <Field label={t('locale')} error={state.fieldErrors.locale}>
            <Select name="locale" defaultValue={state.values.locale ?? account.locale}>
              {locales.map((locale) => (
                <option key={locale.value} value={locale.value}>
                  {locale.label}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('timeZone')} error={state.fieldErrors.timeZone}>
            <Select name="timeZone" defaultValue={state.values.timeZone ?? account.timeZone}>
              {timeZones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
    </FormFrame>
  )
}

export function PasswordChangeForm({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations('accounts.security')
  return (
    <FormFrame
      action={changePassword}
      submitLabel={hasPassword ? t('changePassword') : t('setPassword')}
      submitVariant="secondary"
    >
      {(state) => (
        <>
          {hasPassword ? (
            <TextField
              state={state}
              name="currentPassword"
              type="password"
              label={t('currentPassword')}
              autoComplete="current-password"
            />
          ) : null}
          <TextField
            state={state}
            name="newPassword"
            type="password"
            label={t('newPassword')}
            autoComplete="new-password"
          />
        </>
      )}
    </FormFrame>
  )
}

export function EmailChangeForm() {
  const t = useTranslations('accounts.security')
  return (
    <FormFrame action={requestEmailChange} submitLabel={t('changeEmail')} submitVariant="secondary">
      {(state) => (
        <TextField
          state={state}
          name="newEmail"
          type="email"
          label={t('newEmail')}
          autoComplete="email"
        />
      )}
    </FormFrame>
  )
}

/** One button that makes the new address the account's. */
export function EmailChangeConfirmForm({ token }: { token: string }) {
  const t = useTranslations('accounts.emailChange')
  return (
    <FormFrame action={confirmEmailChange} submitLabel={t('submit')}>
      {() => <input type="hidden" name="token" value={token} />}
    </FormFrame>
  )
}
