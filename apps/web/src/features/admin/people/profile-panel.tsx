import { DataList, DataListItem } from '@archway/ui/data-list'
import { useLocale, useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Id } from '../id'
import { Panel } from '../panel'
import { wordOr } from '../word-or'

type Person = AdminOutput['accounts']['adminGet']

export function ProfilePanel({ person, formats }: { person: Person; formats: Formats }) {
  const t = useTranslations('adminOperations.people')
  const methods = useTranslations('accounts.security.method')
  const languages = new Intl.DisplayNames([useLocale()], { type: 'language' })
  return (
    <Panel title={t('profile')}>
      <DataList layout="columns" className="sm:[&>div]:grid-cols-[8rem_1fr]">
        <DataListItem term={t('name')}>{person.name ?? '–'}</DataListItem>
        <DataListItem term={t('email')}>
          <span className="break-all">{person.email}</span>
        </DataListItem>
        <DataListItem term={t('confirmed')}>
          {person.emailVerified ? formats.dateTime(person.emailVerified) : t('notConfirmed')}
        </DataListItem>
        <DataListItem term={t('since')}>{formats.dateTime(person.createdAt)}</DataListItem>
        {person.suspendedAt ? (
          <DataListItem term={t('closedAt')}>{formats.dateTime(person.suspendedAt)}</DataListItem>
        ) : null}
        <DataListItem term={t('locale')}>
          {t('localeText', {
            locale: languages.of(person.locale) ?? person.locale,
            timeZone: person.timeZone.replaceAll('_', ' '),
          })}
        </DataListItem>
        {person.identities.length > 0 ? (
          <DataListItem term={t('identities')}>
            {person.identities
              .map(({ provider }) => wordOr(methods, provider, provider))
              .join(', ')}
          </DataListItem>
        ) : null}
        {person.memberships.length > 0 ? (
          <DataListItem term={t('memberships')}>
            {person.memberships.map((membership) => membership.provider.name).join(', ')}
          </DataListItem>
        ) : null}
        <DataListItem term={t('id')}>
          <Id value={person.id} />
        </DataListItem>
      </DataList>
    </Panel>
  )
}
