/** @jsxRuntime automatic */
import { render } from '@react-email/render'
import type { ComponentType } from 'react'
import type { MailTemplates } from '../schema'
import * as account from './account-mails'
import * as given from './given-mails'
import { MailLayout } from './layout'
import * as membership from './membership-mails'
import * as order from './order-mails'
import * as provider from './provider-mails'
import * as staff from './staff-mails'

type Templates = {
  [Name in keyof MailTemplates]: {
    subject: (params: MailTemplates[Name]) => string
    body: ComponentType<MailTemplates[Name]>
  }
}

const templates: Templates = {
  'verify-email': { subject: () => 'Confirm your address', body: account.VerifyEmail },
  'reset-password': { subject: () => 'Set a new password', body: account.ResetPassword },
  'sign-in-link': { subject: () => 'Your link to sign in', body: account.SignInLink },
  'sign-up-existing': {
    subject: () => 'You already have an account',
    body: account.SignUpExisting,
  },
  'change-email': { subject: () => 'Confirm your new address', body: account.ChangeEmail },
  'email-changed': {
    subject: () => 'The address of your account has changed',
    body: account.EmailChanged,
  },
  'password-changed': {
    subject: () => 'Your password was changed',
    body: account.PasswordChanged,
  },
  'order-receipt': {
    subject: ({ orderNumber }) => `Receipt of order ${orderNumber}`,
    body: order.OrderReceipt,
  },
  'withdrawal-waived': {
    subject: ({ orderNumber }) => `Order ${orderNumber} is open`,
    body: order.WithdrawalWaived,
  },
  'claim-link': {
    subject: ({ orderNumber }) => `Your link for order ${orderNumber}`,
    body: order.ClaimLink,
  },
  'order-refunded': {
    subject: ({ orderNumber }) => `Refund of order ${orderNumber}`,
    body: order.OrderRefunded,
  },
  'document-issued': {
    subject: ({ kind, reference }) =>
      `${kind === 'invoice' ? 'Invoice' : 'Credit note'} ${reference}`,
    body: order.DocumentIssued,
  },
  'payout-sent': {
    subject: ({ amount, provider }) => `${amount} is on its way to ${provider}`,
    body: provider.PayoutSent,
  },
  'payout-blocked': {
    subject: ({ amount }) => `${amount} waits for your account`,
    body: provider.PayoutBlocked,
  },
  'payout-failed': {
    subject: ({ amount }) => `Your bank has sent ${amount} back`,
    body: provider.PayoutFailed,
  },
  'payout-refused': {
    subject: ({ number }) => `Stripe refused payout ${number}`,
    body: provider.PayoutRefused,
  },
  'onboarding-needed': {
    subject: ({ provider }) => `The payout account of ${provider} needs you`,
    body: provider.OnboardingNeeded,
  },
  'books-differ': {
    subject: () => 'The ledger differs from Stripe',
    body: staff.BooksDiffer,
  },
  'dispute-opened': {
    subject: ({ orderNumber, state }) =>
      state === 'inquiry'
        ? `The bank asks about order ${orderNumber}`
        : `Payment of order ${orderNumber} is disputed`,
    body: staff.DisputeOpened,
  },
  'dispute-reminder': {
    subject: ({ orderNumber, days }) =>
      `${days === 1 ? 'One day' : `${days} days`} left to answer the dispute of order ${orderNumber}`,
    body: staff.DisputeReminder,
  },
  'fraud-warning': {
    subject: ({ orderNumber }) => `Early fraud warning for order ${orderNumber}`,
    body: staff.FraudWarning,
  },
  'card-testing': {
    subject: () => 'Many payments are declined',
    body: staff.CardTesting,
  },
  'seat-invitation': {
    subject: ({ owner, title }) =>
      owner ? `${owner} has a seat for you: ${title}` : `A seat for you: ${title}`,
    body: given.SeatInvitation,
  },
  gift: {
    subject: ({ from, title }) =>
      from ? `${from} has a gift for you: ${title}` : `A gift for you: ${title}`,
    body: given.Gift,
  },
  'membership-started': {
    subject: ({ title }) => `Welcome: ${title} is running`,
    body: membership.MembershipStarted,
  },
  'membership-charge-coming': {
    subject: ({ isTrial, on }) =>
      isTrial ? `Your trial ends on ${on}` : `Your membership renews on ${on}`,
    body: membership.MembershipChargeComing,
  },
  'membership-payment-failed': {
    subject: ({ stage, accessUntil }) =>
      stage === 'closed'
        ? 'Your membership is closed until it is paid'
        : `Your payment failed: update your card before ${accessUntil}`,
    body: membership.MembershipPaymentFailed,
  },
  'membership-recovered': {
    subject: () => 'Your payment has arrived',
    body: membership.MembershipRecovered,
  },
  'membership-plan-changed': {
    subject: ({ isYearly }) =>
      `Your membership is paid by the ${isYearly ? 'year' : 'month'} from now on`,
    body: membership.MembershipPlanChanged,
  },
  'membership-cancelled': {
    subject: ({ on }) => `Your membership ends on ${on}`,
    body: membership.MembershipCancelled,
  },
  'membership-ended': {
    subject: () => 'Your membership has ended',
    body: membership.MembershipEnded,
  },
  'enrolment-welcome': {
    subject: ({ title }) => `You are enrolled: ${title}`,
    body: order.EnrolmentWelcome,
  },
  'course-completed': {
    subject: ({ title }) => `Completed: ${title}`,
    body: order.CourseCompleted,
  },
}

/** Subject, HTML and plain text of a mail. */
export async function renderMail<Name extends keyof MailTemplates>(
  name: Name,
  params: MailTemplates[Name],
  { appUrl }: { appUrl: string },
): Promise<{ subject: string; html: string; text: string }> {
  const template = templates[name]
  const subject = template.subject(params)
  const Content = template.body as ComponentType<MailTemplates[Name]>
  const mail = (
    <MailLayout preview={subject} appUrl={appUrl}>
      <Content {...params} />
    </MailLayout>
  )
  return { subject, html: await render(mail), text: await render(mail, { plainText: true }) }
}
