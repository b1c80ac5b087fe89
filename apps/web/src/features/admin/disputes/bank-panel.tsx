import { DataList, DataListItem } from '@archway/ui/data-list'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Id } from '../id'
import { Panel } from '../panel'
import { wordOr } from '../word-or'
import type { AdminDispute } from './dispute'
import { DisputeStatus } from './dispute-status'

/** What the bank says, as Stripe passes it on. */
export function BankPanel({ dispute, formats }: { dispute: AdminDispute; formats: Formats }) {
  const t = useTranslations('adminDisputes')
  return (
    <Panel title={t('bank.title')}>
      <DataList>
        <DataListItem term={t('bank.reason')}>
          {wordOr(t, `reasons.${dispute.reason}`, dispute.reason)}
        </DataListItem>
        {dispute.networkCode ? (
          <DataListItem term={t('bank.code')}>{dispute.networkCode}</DataListItem>
        ) : null}
        <DataListItem term={t('bank.state')}>
          <DisputeStatus status={dispute.status} group={dispute.group} />
        </DataListItem>
        {dispute.evidenceDueBy ? (
          <DataListItem term={t('bank.due')}>
            {formats.dateTime(dispute.evidenceDueBy)}
          </DataListItem>
        ) : null}
        <DataListItem term={t('bank.submissions')}>
          {t('bank.times', { count: dispute.submissions })}
          {dispute.isLate ? <span className="block text-danger">{t('bank.late')}</span> : null}
        </DataListItem>
        <DataListItem term={t('bank.id')}>
          <Id value={dispute.id} />
        </DataListItem>
        <DataListItem term={t('bank.charge')}>
          <Id value={dispute.chargeId} />
        </DataListItem>
      </DataList>
    </Panel>
  )
}
