'use server'

import * as schema from '@archway/api/accounts/schema'
import { billingDetails } from '@archway/api/documents/schema'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { enterThrough, enterWith, leaveSession } from '@/auth/enter'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

const asQuery = (values: Record<string, string>) => new URLSearchParams(values).toString()

const signInInput = z.object({
  email: schema.emailSchema,
  password: z.string().min(1, 'password-missing').max(schema.passwordMaxLength),
  returnTo: schema.returnPathSchema,
})

export async function signInWithPassword(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(signInInput, form, async ({ email, password, returnTo }) => {
    await enterWith('password', { email, password })
    redirect(returnTo)
  })
}

const linkInput = z.object({ token: z.string(), returnTo: schema.returnPathSchema })

export async function signInWithLink(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(linkInput, form, async ({ token, returnTo }) => {
    await enterWith('link', { token })
    redirect(returnTo)
  })
}

export async function verifyEmail(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(linkInput, form, async ({ token, returnTo }) => {
    await enterWith('verification', { token })
    redirect(returnTo)
  })
}

export async function signInWithProvider(form: FormData): Promise<void> {
  const provider = z
    .enum(['google', 'github', 'linkedin', 'microsoft-entra-id'])
    .parse(form.get('provider'))
  await enterThrough(provider, schema.returnPathSchema.parse(form.get('returnTo')))
}

export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(schema.signUpInput, form, async (input) => {
    await (await api()).accounts.signUp(input)
    redirect(`/sign-up/sent?${asQuery({ email: input.email })}`)
  })
}

export async function requestSignInLink(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(schema.emailInput, form, async (input) => {
    await (await api()).accounts.requestSignInLink(input)
    return (await getTranslations('accounts'))('link.sent', { email: input.email })
  })
}

export async function requestPasswordReset(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(schema.emailInput, form, async (input) => {
    await (await api()).accounts.requestPasswordReset(input)
    return (await getTranslations('accounts'))('reset.sent', { email: input.email })
  })
}

export async function resetPassword(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(schema.resetPasswordInput, form, async (input) => {
    await (await api()).accounts.resetPassword(input)
    redirect('/sign-in?notice=password-reset')
  })
}

export async function updateProfile(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(schema.updateProfileInput, form, async (input) => {
    await (await api()).accounts.updateProfile(input)
    return (await getTranslations('accounts'))('profile.saved')
  })
}

export async function saveBilling(_: FormState, form: FormData): Promise<FormState> {
  const input = billingDetails.extend({ returnTo: schema.returnPathSchema.optional() })
  return await submitForm(input, form, async ({ returnTo, ...billing }) => {
    await (await api()).documents.saveBilling(billing)
    if (returnTo) redirect(returnTo)
    return (await getTranslations('accounts'))('billing.saved')
  })
}

export async function changePassword(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(schema.changePasswordInput, form, async (input) => {
    await (await api()).accounts.changePassword(input)
    return (await getTranslations('accounts'))('security.passwordChanged')
  })
}

export async function requestEmailChange(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(schema.requestEmailChangeInput, form, async (input) => {
    await (await api()).accounts.requestEmailChange(input)
    return (await getTranslations('accounts'))('security.emailSent', { email: input.newEmail })
  })
}

export async function confirmEmailChange(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(schema.tokenInput, form, async (input) => {
    await (await api()).accounts.confirmEmailChange(input)
    redirect('/account/security?notice=email-changed')
  })
}

export async function resendVerification(): Promise<void> {
  await (await api()).accounts.resendVerification()
  redirect('/account?notice=verification-sent')
}

export async function revokeSession(form: FormData): Promise<void> {
  await (await api()).accounts.revokeSession({ sessionId: String(form.get('sessionId')) })
  redirect('/account/security?notice=session-ended')
}

export async function revokeOtherSessions(): Promise<void> {
  await (await api()).accounts.revokeOtherSessions()
  redirect('/account/security?notice=sessions-ended')
}

export async function leave(): Promise<void> {
  await leaveSession()
}
