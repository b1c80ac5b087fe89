/** @jsxRuntime automatic */
import type { MailTemplates } from '../schema'
import { Action, Greeting, Paragraph } from './layout'

export const PayoutSent = ({
  name,
  provider,
  number,
  amount,
  url,
}: MailTemplates['payout-sent']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      Payout {number} of {amount} has gone to the account of {provider} at Stripe. Stripe sends it
      on to your bank; how long that takes depends on the bank.
    </Paragraph>
    <Action href={url}>See what it consists of</Action>
  </>
)

const blocked: Record<string, string> = {
  'no-account': 'there is no account yet that it could go to',
  onboarding: 'the account has not been set up to the end',
  restricted: 'Stripe holds the account until it has what it needs',
  deauthorized: 'the account was disconnected from us',
}

export const PayoutBlocked = ({
  name,
  provider,
  amount,
  reason,
  url,
}: MailTemplates['payout-blocked']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      {amount} could be paid to {provider}, but{' '}
      {blocked[reason] ?? 'Stripe did not take the transfer; we look into it'}. Nothing is lost:
      what you sell goes on being credited to you, and it is paid as soon as the account is in
      order.
    </Paragraph>
    <Action href={url}>See the account</Action>
  </>
)

export const PayoutFailed = ({
  name,
  provider,
  number,
  amount,
  url,
}: MailTemplates['payout-failed']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      The bank of {provider} has sent {amount} of payout {number} back. The money is on your account
      at Stripe. Give Stripe another bank account there, and it is sent again.
    </Paragraph>
    <Action href={url}>See the account</Action>
  </>
)

export const PayoutRefused = ({
  name,
  number,
  amount,
  reason,
  url,
}: MailTemplates['payout-refused']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      Stripe refused the transfer of payout {number} ({amount}).{' '}
      {reason === 'balance'
        ? 'Our balance does not hold the amount: top it up, or wait for payments to become available. It is tried again every hour.'
        : 'It is blocked until somebody has looked at it; the money is still on our balance.'}
    </Paragraph>
    <Action href={url}>See the payout</Action>
  </>
)

const needed = {
  onboarding: 'has not been set up to the end',
  restricted: 'is held by Stripe, which needs something from you',
  deauthorized: 'was disconnected from us',
  ready: 'is ready',
} as const

export const OnboardingNeeded = ({
  name,
  provider,
  state,
  url,
}: MailTemplates['onboarding-needed']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      The payout account of {provider} {needed[state]}. Until that is settled, what you earn is
      credited but not paid out.
    </Paragraph>
    <Action href={url}>See what is needed</Action>
  </>
)
