import { DataList, DataListItem } from '@archway/ui/data-list'
import { useTranslations } from 'next-intl'
import { Id } from '../id'
import { Panel } from '../panel'
import { PersonLink } from '../person-link'
import type { AdminSubscription } from './subscription'

/** Whose membership it is, and the ids that support is asked for. */
export function MemberPanel({
  subscription,
  canSeePerson,
}: {
  subscription: AdminSubscription
  canSeePerson: boolean
}) {
  const t = useTranslations('adminSubscriptions')
  const { person } = subscription
  const ids = [
    ['stripeSubscription', subscription.stripeSubscriptionId],
    ['stripeCustomer', subscription.stripeCustomerId],
    ['stripeSession', subscription.checkoutSessionId],
  ] as const
  return (
    <Panel title={t('member')}>
      <DataList layout="columns" className="sm:[&>div]:grid-cols-[6rem_1fr]">
        <DataListItem term={t('person')}>
          <PersonLink person={person} isLinked={canSeePerson} />
        </DataListItem>
        <DataListItem term={t('email')}>
          <span className="break-all">{person.email}</span>
        </DataListItem>
        {ids.map(([key, id]) =>
          id ? (
            <DataListItem key={key} term={t(`id.${key}`)}>
              <Id value={id} />
            </DataListItem>
          ) : null,
        )}
      </DataList>
    </Panel>
  )
}
