/** @jsxRuntime automatic */
import type { MailTemplates } from '../schema'
import { Action, Greeting, Paragraph } from './layout'

export const BooksDiffer = ({ name, count, url }: MailTemplates['books-differ']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      The comparison of the ledger with Stripe found {count}{' '}
      {count === 1 ? 'difference' : 'differences'}. Nothing was changed. Look at them, and let
      Archway ask Stripe again about the orders concerned.
    </Paragraph>
    <Action href={url}>See the money health</Action>
  </>
)

const opened = {
  inquiry: (payment: string) =>
    `The buyer's bank asks about ${payment}. No money has moved, and access stays.`,
  open: (payment: string) =>
    `The buyer's bank disputes ${payment}. It has taken the money for now, and access is on hold.`,
  closed: (payment: string) =>
    `The buyer's bank disputed ${payment}. It was decided before it was seen here.`,
} as const

export const DisputeOpened = ({
  name,
  orderNumber,
  amount,
  reason,
  answerBy,
  state,
  url,
}: MailTemplates['dispute-opened']) => (
  <>
    <Greeting name={name} />
    <Paragraph>{opened[state](`the payment of order ${orderNumber} (${amount})`)}</Paragraph>
    {reason ? <Paragraph>What the bank says: {reason}.</Paragraph> : null}
    <Paragraph>
      {answerBy
        ? `It takes an answer until ${answerBy}, once. What is known of the purchase has been put together for you.`
        : 'No answer is asked for at the moment.'}
    </Paragraph>
    <Action href={url}>See the dispute</Action>
  </>
)

export const DisputeReminder = ({
  name,
  orderNumber,
  amount,
  answerBy,
  url,
}: MailTemplates['dispute-reminder']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      Nobody has answered the dispute of order {orderNumber} ({amount}). The bank takes an answer
      until {answerBy}; after that the money is lost without one.
    </Paragraph>
    <Action href={url}>Answer the dispute</Action>
  </>
)

export const FraudWarning = ({
  name,
  orderNumber,
  amount,
  url,
}: MailTemplates['fraud-warning']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      The card's bank suspects that the payment of order {orderNumber} ({amount}) was not made by
      the card's owner. Nothing was changed. Most such payments are disputed later, with a fee;
      giving the money back now avoids that, if you believe the warning.
    </Paragraph>
    <Action href={url}>See the order</Action>
  </>
)

const scopes = {
  person: (subject: string | null) => `by ${subject}`,
  origin: (subject: string | null) => `from the network address ${subject}`,
  total: () => 'altogether',
} as const

export const CardTesting = ({
  name,
  scope,
  subject,
  failed,
  succeeded,
  minutes,
  url,
}: MailTemplates['card-testing']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      In the last {minutes} minutes {failed} payments {scopes[scope](subject)} were declined and{' '}
      {succeeded} went through. That is how stolen cards are tried out.
    </Paragraph>
    <Paragraph>
      {scope === 'total'
        ? 'Nothing is blocked by this alone. Look at where the attempts come from, and tighten the rules of Stripe Radar if it goes on.'
        : 'Their open checkouts are ended, and new ones refused until the attempts have stopped for a while. Look at their orders, and close the account if it serves nothing else.'}
    </Paragraph>
    <Action href={url}>See the money health</Action>
  </>
)
