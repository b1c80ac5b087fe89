'use client'

import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import {
  requestPasswordReset,
  requestSignInLink,
  resetPassword,
  signInWithLink,
  signInWithPassword,
  signUp,
  verifyEmail,
} from './actions'

/** Address and password. */
export function PasswordForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations('accounts.signIn')
  return (
    <FormFrame action={signInWithPassword} submitLabel={t('submit')} isWide>
      {(state) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            state={state}
            name="email"
            type="email"
            label={t('email')}
            autoComplete="username"
          />
          <TextField
            state={state}
            name="password"
            type="password"
            label={t('password')}
            autoComplete="current-password"
          />
        </>
      )}
    </FormFrame>
  )
}

/** Asks for a link by mail. */
export function LinkRequestForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations('accounts')
  return (
    <FormFrame
      action={requestSignInLink}
      submitLabel={t('link.submit')}
      submitVariant="secondary"
      isWide
    >
      {(state) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            state={state}
            name="email"
            type="email"
            label={t('signIn.email')}
            autoComplete="email"
          />
        </>
      )}
    </FormFrame>
  )
}

/** Opens an account. */
export function SignUpForm({ returnTo }: { returnTo: string }) {
  const t = useTranslations('accounts.signUp')
  return (
    <FormFrame action={signUp} submitLabel={t('submit')} isWide>
      {(state) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            state={state}
            name="name"
            label={t('name')}
            hint={t('nameHint')}
            autoComplete="name"
          />
          <TextField
            state={state}
            name="email"
            type="email"
            label={t('email')}
            autoComplete="email"
          />
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

/** Asks for a link that sets a new password. */
export function ResetRequestForm() {
  const t = useTranslations('accounts.reset')
  return (
    <FormFrame action={requestPasswordReset} submitLabel={t('submit')} isWide>
      {(state) => (
        <TextField
          state={state}
          name="email"
          type="email"
          label={t('email')}
          autoComplete="email"
        />
      )}
    </FormFrame>
  )
}

/** Sets a new password with the secret of a mailed link. */
export function ResetForm({ token }: { token: string }) {
  const t = useTranslations('accounts.reset')
  return (
    <FormFrame action={resetPassword} submitLabel={t('save')} isWide>
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          <TextField
            state={state}
            name="password"
            type="password"
            label={t('password')}
            autoComplete="new-password"
          />
        </>
      )}
    </FormFrame>
  )
}

/**
 * One button that uses a mailed link up. Opening the page does not: mail scanners open links too.
 */
export function ConfirmForm({
  kind,
  token,
  returnTo,
  label,
}: {
  kind: 'link' | 'verification'
  token: string
  returnTo: string
  label: string
}) {
  return (
    <FormFrame action={kind === 'link' ? signInWithLink : verifyEmail} submitLabel={label} isWide>
      {() => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="returnTo" value={returnTo} />
        </>
      )}
    </FormFrame>
  )
}
