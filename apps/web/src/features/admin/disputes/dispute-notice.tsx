import { Alert } from '@archway/ui/alert'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminDispute } from './dispute'

/** What this dispute asks of the reader, and until when; nothing when it asks nothing. */
export function DisputeNotice({ dispute, formats }: { dispute: AdminDispute; formats: Formats }) {
  const t = useTranslations('adminDisputes.notice')
  const { evidenceDueBy, daysLeft, submit } = dispute
  if (dispute.group !== 'waiting' || submit.reason === 'dispute-answered') return null
  if (submit.reason === 'dispute-appeal') {
    return (
      <Alert variant="warning" title={t('appeal')}>
        {t('appealText')}
      </Alert>
    )
  }
  if (evidenceDueBy !== null && daysLeft !== null && daysLeft < 0) {
    return (
      <Alert variant="danger" title={t('past', { date: formats.dateTime(evidenceDueBy) })}>
        {t('pastText')}
      </Alert>
    )
  }
  const text = submit.isAllowed ? t('waitingText') : `${t('cannot')} ${t('cannotText')}`
  return (
    <Alert
      variant="warning"
      title={
        evidenceDueBy === null || daysLeft === null
          ? t('noDeadline')
          : t('waiting', { days: daysLeft, date: formats.dateTime(evidenceDueBy) })
      }
    >
      {text}
    </Alert>
  )
}
