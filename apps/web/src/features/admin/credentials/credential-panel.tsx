import { credentialUrls } from '@archway/api/credentials/rules/addresses'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { Icon } from '@archway/ui/icon'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { env } from '@/env'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { PersonLink } from '../person-link'

export type AdminCredential = AdminOutput['credentials']['adminGet']

/** What a credential says and what it was given for. */
export function CredentialPanel({
  credential,
  canSeePerson,
  formats,
}: {
  credential: AdminCredential
  canSeePerson: boolean
  formats: Formats
}) {
  const t = useTranslations('adminCredentials')
  const { achievement, holder, issuer, key, allocation, replaces, replacedBy } = credential
  const keyWord = key.compromisedAt ? 'keyCompromised' : 'keyRetired'
  return (
    <Panel title={t('says')}>
      <DataList layout="grid">
        <DataListItem term={t('column.holder')}>
          {credential.subjectName ?? t('erasedName')}
        </DataListItem>
        <DataListItem term={t('holder')}>
          {holder ? <PersonLink person={holder} isLinked={canSeePerson} /> : t('noAccount')}
        </DataListItem>
        <DataListItem term={t('column.issuer')}>{issuer.name}</DataListItem>
        <DataListItem term={t('column.number')}>{credential.licenseNumber}</DataListItem>
        <DataListItem term={t('awardedFor')}>{t(`cause.${credential.cause}`)}</DataListItem>
        <DataListItem term={t('achievement')}>
          <Link href={`/achievements/${achievement.id}`}>
            {t('version', { version: achievement.version })}
          </Link>
        </DataListItem>
        <DataListItem term={t('column.issued')}>
          {formats.dateTime(credential.createdAt)}
        </DataListItem>
        <DataListItem term={t('column.until')}>
          {credential.validUntil ? formats.dateTime(credential.validUntil) : t('noEnd')}
        </DataListItem>
        <DataListItem term={t('visibility')}>
          {t(`visibilities.${credential.visibility}`)}
        </DataListItem>
        <DataListItem term={t('key')}>
          {key.retiredAt ? t(keyWord, { kid: key.kid }) : key.kid}
        </DataListItem>
        {allocation ? (
          <DataListItem term={t('bit')}>
            {t('bitText', {
              index: allocation.index,
              number: allocation.list.number,
              state: allocation.isSet ? 'set' : 'clear',
            })}
          </DataListItem>
        ) : null}
        {replaces ? (
          <DataListItem term={t('replaces')}>
            <Link href={`/admin/credentials/${replaces.id}`}>{replaces.licenseNumber}</Link>
          </DataListItem>
        ) : null}
        {replacedBy ? (
          <DataListItem term={t('replacedBy')}>
            <Link href={`/admin/credentials/${replacedBy.id}`}>{replacedBy.licenseNumber}</Link>
          </DataListItem>
        ) : null}
      </DataList>
      <p className="break-all text-muted-foreground text-xs">
        {t('sha256')}: <span className="font-mono">{credential.sha256}</span>
      </p>
    </Panel>
  )
}

/** The public addresses under which strangers look at it. */
export function VerifyPanel({ credential }: { credential: AdminCredential }) {
  const t = useTranslations('adminCredentials')
  const { appUrl } = env()
  const { id, allocation, erasedAt, issuer } = credential
  const slug = issuer.did.split(':').at(-1) ?? ''
  const page = credentialUrls.page(appUrl, id)
  const links = [
    { key: 'page', href: page },
    ...(erasedAt ? [] : [{ key: 'document', href: credentialUrls.document(appUrl, id) } as const]),
    ...(allocation
      ? [
          {
            key: 'statusList',
            href: credentialUrls.statusList(appUrl, allocation.list.number),
          } as const,
        ]
      : []),
    { key: 'didDocument', href: credentialUrls.didDocument(appUrl, slug) },
    { key: 'check', href: `${appUrl}/verify` },
  ] as const
  return (
    <Panel title={t('verify')} description={t('verifyText')}>
      <ul className="grid gap-2 text-sm">
        {links.map(({ key, href }) => (
          <li key={key}>
            <a href={href} className="inline-flex items-center gap-1.5 text-link">
              {t(`links.${key}`)}
              <Icon name="external" className="size-3.5" />
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
