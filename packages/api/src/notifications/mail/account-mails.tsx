/** @jsxRuntime automatic */
import type { MailTemplates } from '../schema'
import { Action, Greeting, Paragraph, Small } from './layout'

export const VerifyEmail = ({ name, url }: MailTemplates['verify-email']) => (
  <>
    <Greeting name={name} />
    <Paragraph>Confirm that this address is yours, and your account is ready to use.</Paragraph>
    <Action href={url}>Confirm address</Action>
    <Small>The link works once and for 24 hours. If you did not sign up, ignore this mail.</Small>
  </>
)

export const ResetPassword = ({ name, url }: MailTemplates['reset-password']) => (
  <>
    <Greeting name={name} />
    <Paragraph>Somebody asked to set a new password for this account. Was it you?</Paragraph>
    <Action href={url}>Choose a new password</Action>
    <Small>
      The link works once and for one hour. If it was not you, do nothing: your password stays.
    </Small>
  </>
)

export const SignInLink = ({ url }: MailTemplates['sign-in-link']) => (
  <>
    <Paragraph>Here is your link to sign in.</Paragraph>
    <Action href={url}>Sign in to Archway</Action>
    <Small>The link works once and for 15 minutes. If you did not ask for it, ignore it.</Small>
  </>
)

export const SignUpExisting = ({ signInUrl, resetUrl }: MailTemplates['sign-up-existing']) => (
  <>
    <Paragraph>
      Somebody tried to sign up with this address, which already has an account. If it was you, sign
      in instead.
    </Paragraph>
    <Action href={signInUrl}>Sign in</Action>
    <Small>Forgotten the password? Set a new one: {resetUrl}</Small>
  </>
)

export const ChangeEmail = ({ name, url, newEmail }: MailTemplates['change-email']) => (
  <>
    <Greeting name={name} />
    <Paragraph>Confirm that {newEmail} shall be the address of your account from now on.</Paragraph>
    <Action href={url}>Confirm the new address</Action>
    <Small>The link works once and for one hour. Until then nothing changes.</Small>
  </>
)

export const EmailChanged = ({ name, newEmail }: MailTemplates['email-changed']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      The address of your account is now {newEmail}. If you did not change it, answer this mail at
      once.
    </Paragraph>
  </>
)

export const PasswordChanged = ({ name, resetUrl }: MailTemplates['password-changed']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      The password of your account was changed, and every other browser was signed out.
    </Paragraph>
    <Small>Was it not you? Set a new password now: {resetUrl}</Small>
  </>
)
