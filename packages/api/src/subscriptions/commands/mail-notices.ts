import type { Tx } from '@archway/db/client'
import { requestMail } from '../../notifications/commands'
import { membershipLink } from '../../notifications/rules'
import { formatMoney } from '../../shared/money'
import type { SubscriptionFact } from '../rules/facts'
import type { Notice } from '../rules/notices'
import type { LoadedSubscription } from './load-subscription'

const day = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(at)

/** Decides on the mails, in the commit that made them due: one for each cause, whatever comes again. */
export async function mailNotices(
  tx: Tx,
  subscription: LoadedSubscription,
  fact: SubscriptionFact,
  notices: readonly Notice[],
  appUrl: string,
): Promise<void> {
  const { user, offering, id } = subscription
  const price = formatMoney({ amountMinor: fact.amountMinor, currency: fact.currency })
  const common = {
    name: user.name,
    title: offering.title,
    url: membershipLink(appUrl),
    price,
    isYearly: fact.interval === 'year',
  }
  const on = (at: Date | null) => (at ? day(at, user.timeZone) : null)
  for (const notice of notices) {
    const mail = { key: `membership-${notice.kind}:${id}:${notice.cause}`, recipient: user.email }
    switch (notice.kind) {
      case 'started': {
        const trialUntil = fact.status === 'trialing' ? on(fact.trialEnd) : null
        const renewsOn = on(fact.periodEnd) ?? ''
        const waivedOn = on(subscription.waivedAt)
        const params = { ...common, trialUntil, renewsOn, waivedOn }
        await requestMail(tx, { ...mail, template: 'membership-started', params })
        break
      }
      case 'trial-ending':
      case 'renewal': {
        const params = {
          ...common,
          isTrial: notice.kind === 'trial-ending',
          on: on(notice.at) ?? '',
        }
        await requestMail(tx, { ...mail, template: 'membership-charge-coming', params })
        break
      }
      case 'payment-failed': {
        const params = {
          ...common,
          stage: notice.stage,
          accessUntil: on(notice.accessUntil) ?? '',
          nextAttemptOn: on(notice.nextAttemptAt),
        }
        await requestMail(tx, { ...mail, template: 'membership-payment-failed', params })
        break
      }
      case 'recovered': {
        const params = { ...common, renewsOn: on(fact.periodEnd) ?? '' }
        await requestMail(tx, { ...mail, template: 'membership-recovered', params })
        break
      }
      case 'plan-changed': {
        const params = { ...common, renewsOn: on(notice.next) ?? '' }
        await requestMail(tx, { ...mail, template: 'membership-plan-changed', params })
        break
      }
      case 'cancelled': {
        const params = { ...common, on: on(notice.at) ?? '' }
        await requestMail(tx, { ...mail, template: 'membership-cancelled', params })
        break
      }
      case 'ended':
        await requestMail(tx, { ...mail, template: 'membership-ended', params: common })
    }
  }
}
