/** @jsxRuntime automatic */
import type { MailTemplates } from '../schema'
import { Action, Greeting, Paragraph, Small } from './layout'

const per = (isYearly: boolean) => (isYearly ? 'a year' : 'a month')

export const MembershipStarted = ({
  name,
  title,
  url,
  price,
  isYearly,
  trialUntil,
  renewsOn,
  waivedOn,
}: MailTemplates['membership-started']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      {title} is running: every course and program of ours is open to you. Start as many as you
      like.
    </Paragraph>
    <Paragraph>
      {trialUntil
        ? `Your trial costs nothing and lasts until ${trialUntil}. Then ${price} ${per(isYearly)} is charged, unless you cancel before.`
        : `It costs ${price} ${per(isYearly)} and renews itself on ${renewsOn}, unless you cancel before.`}
    </Paragraph>
    <Action href={url}>See your membership</Action>
    {waivedOn === null ? null : (
      <Small>
        On {waivedOn} you asked us to open it at once, before the time for withdrawal ended, and
        acknowledged that you lose your right of withdrawal by this. The refund that we promise for
        the first payment is our own and stays.
      </Small>
    )}
    <Small>You can cancel, pause or change it there at any time.</Small>
  </>
)

export const MembershipChargeComing = ({
  name,
  title,
  url,
  price,
  isYearly,
  isTrial,
  on,
}: MailTemplates['membership-charge-coming']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      {isTrial
        ? `Your trial of ${title} ends on ${on}. From then on it costs ${price} ${per(isYearly)}.`
        : `${title} renews itself on ${on}: ${price} will be charged for another year.`}
    </Paragraph>
    <Paragraph>
      If that is what you want there is nothing to do. If not, cancel before that day: nothing is
      charged then.
    </Paragraph>
    <Action href={url}>See or cancel your membership</Action>
  </>
)

const failed: Record<MailTemplates['membership-payment-failed']['stage'], string> = {
  first: 'We could not charge your card for',
  second: 'We still cannot charge your card for',
  last: 'Your access ends soon: we still cannot charge your card for',
  closed: 'Access has ended, because we could not charge your card for',
}

export const MembershipPaymentFailed = ({
  name,
  title,
  url,
  price,
  stage,
  accessUntil,
  nextAttemptOn,
}: MailTemplates['membership-payment-failed']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      {failed[stage]} {title} ({price}).
      {nextAttemptOn ? ` The bank is asked again on ${nextAttemptOn}.` : null}
    </Paragraph>
    <Paragraph>
      {stage === 'closed'
        ? 'It opens again as soon as the payment is made. Your progress and what you bought are kept.'
        : `Nothing is lost: everything stays open until ${accessUntil}. Give us a card that works before then and there will be no gap.`}
    </Paragraph>
    <Action href={url}>Update your card</Action>
  </>
)

export const MembershipRecovered = ({
  name,
  title,
  url,
  renewsOn,
}: MailTemplates['membership-recovered']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      The payment for {title} has arrived. Everything is open, and the next payment is due on{' '}
      {renewsOn}.
    </Paragraph>
    <Action href={url}>See your membership</Action>
  </>
)

export const MembershipPlanChanged = ({
  name,
  title,
  url,
  price,
  isYearly,
  renewsOn,
}: MailTemplates['membership-plan-changed']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      {title} is paid by the {isYearly ? 'year' : 'month'} from now on: {price} {per(isYearly)}. The
      next payment is due on {renewsOn}.
    </Paragraph>
    <Paragraph>
      What was left of the time that you had paid for was credited: first to what was due today, and
      the rest, if there is any, to your next payments.
    </Paragraph>
    <Action href={url}>See your membership</Action>
  </>
)

export const MembershipCancelled = ({
  name,
  title,
  url,
  on,
}: MailTemplates['membership-cancelled']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      {title} is cancelled. Nothing is charged any more, and everything stays open to you until {on}
      .
    </Paragraph>
    <Paragraph>
      After that your progress is kept, and so is everything that you bought. If you change your
      mind before that day, you can take the cancellation back.
    </Paragraph>
    <Action href={url}>See your membership</Action>
  </>
)

export const MembershipEnded = ({ name, title, url }: MailTemplates['membership-ended']) => (
  <>
    <Greeting name={name} />
    <Paragraph>
      {title} has ended. What you bought stays open, and your progress in all courses is kept: it is
      there when you come back.
    </Paragraph>
    <Action href={url}>See your membership</Action>
  </>
)
