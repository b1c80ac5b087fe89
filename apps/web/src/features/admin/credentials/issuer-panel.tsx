import { Badge } from '@archway/ui/badge'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { DeclareCompromised, RotateKey } from './change-key'

type Issuer = AdminOutput['credentials']['adminIssuers'][number]

/** An issuer with all its keys, the newest last, and its lists. */
export function IssuerPanel({
  issuer,
  canChangeKeys,
  formats,
}: {
  issuer: Issuer
  canChangeKeys: boolean
  formats: Formats
}) {
  const t = useTranslations('adminCredentials.issuers')
  const stateOf = ({ compromisedAt, retiredAt }: Issuer['keys'][number]) => {
    if (compromisedAt) {
      return (
        <Badge variant="danger">{t('compromised', { date: formats.date(compromisedAt) })}</Badge>
      )
    }
    return retiredAt ? (
      <Badge variant="neutral">{t('retired', { date: formats.date(retiredAt) })}</Badge>
    ) : (
      <Badge variant="success">{t('inUse')}</Badge>
    )
  }
  return (
    <Panel
      title={<Link href={`/admin/providers/${issuer.provider.id}`}>{issuer.provider.name}</Link>}
      description={<span className="break-all font-mono text-xs">{issuer.did}</span>}
    >
      <ul className="divide-y divide-border border-border border-y text-sm">
        {issuer.keys.map((key) => (
          <li key={key.id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
            <span className="min-w-16 font-medium">{key.kid}</span>
            {stateOf(key)}
            <span className="text-muted-foreground">
              {t('since', { date: formats.date(key.notBefore) })}
            </span>
            <span className="text-muted-foreground tabular-nums">
              {t('standing', { count: key.standing })}
            </span>
            {canChangeKeys ? (
              <span className="ms-auto flex flex-wrap gap-2">
                {key.retiredAt ? null : <RotateKey issuer={issuer} keyOf={key} />}
                {key.compromisedAt ? null : <DeclareCompromised issuer={issuer} keyOf={key} />}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <ul className="grid gap-1 text-muted-foreground text-sm">
        {issuer.statusLists.map(({ validUntil, ...list }) => (
          <li key={list.number}>
            {validUntil
              ? t('list', { ...list, date: formats.dateTime(validUntil) })
              : t('listUnsigned', { number: list.number })}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
