/** @jsxRuntime automatic */
import type { MailTemplates } from '../schema'
import { Action, Greeting, Paragraph, Small } from './layout'

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
