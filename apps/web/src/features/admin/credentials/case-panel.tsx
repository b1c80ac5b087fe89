import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import type { AdminCredential } from './credential-panel'
import { DecideCase } from './decide-case'

/** What happened to the payment behind a credential, with the three answers; and what was answered before. */
export function CasePanels({
  credential,
  canSeeOrder,
  formats,
}: {
  credential: AdminCredential
  canSeeOrder: boolean
  formats: Formats
}) {
  const t = useTranslations('adminCredentials.case')
  const open = credential.cases.filter(({ decidedAt }) => decidedAt === null)
  const past = credential.cases.filter(({ decidedAt }) => decidedAt !== null)
  const order = (one: AdminCredential['cases'][number]) =>
    one.order ? (
      canSeeOrder ? (
        <Link href={`/admin/orders/${one.order.id}`}>
          {t('order', { number: one.order.number })}
        </Link>
      ) : (
        t('order', { number: one.order.number })
      )
    ) : null
  return (
    <>
      {open.map((one) => (
        <Panel key={one.id} title={t('title')} description={t('text')} className="border-warning">
          <p className="text-sm">
            {t('since', { cause: t(one.cause), date: formats.date(one.openedAt) })} {order(one)}
          </p>
          {credential.refusal === null ? (
            <div className="flex flex-wrap gap-2">
              <DecideCase caseId={one.id} outcome="kept" />
              {credential.state === 'valid' ? (
                <DecideCase caseId={one.id} outcome="suspended" />
              ) : null}
              <DecideCase caseId={one.id} outcome="revoked" />
            </div>
          ) : null}
        </Panel>
      ))}
      {past.length > 0 ? (
        <Panel title={t('past')}>
          <ul className="grid gap-2 text-sm">
            {past.map((one) => (
              <li key={one.id}>
                {t(one.cause)} {one.outcome ? t(`outcome.${one.outcome}`) : null}{' '}
                <span className="text-muted-foreground">
                  {one.decidedAt ? formats.date(one.decidedAt) : null}
                </span>{' '}
                {order(one)}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  )
}
