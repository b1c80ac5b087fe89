/** @jsxRuntime automatic */
import type { MailTemplates } from '../schema'
import { Action, Greeting, Paragraph, Quote, Small } from './layout'

export const SeatInvitation = ({ owner, title, url }: MailTemplates['seat-invitation']) => (
  <>
    <Greeting name={null} />
    <Paragraph>
      {owner ?? 'Your team'} has a seat for you in “{title}” on Archway. It is paid for; all that
      you need is an account.
    </Paragraph>
    <Action href={url}>Take the seat</Action>
    <Small>
      The link is yours alone. Whoever bought the seats sees your progress only if you agree, and
      you can change your mind at any time.
    </Small>
  </>
)

export const Gift = ({ name, from, title, message, url }: MailTemplates['gift']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      {from ?? 'Somebody'} gives you “{title}” on Archway. It is paid for; all that you need is an
      account.
    </Paragraph>
    {message === '' ? null : <Quote>{message}</Quote>}
    <Action href={url}>Open the gift</Action>
    <Small>Have it already? You may pass the link on to somebody else.</Small>
  </>
)
