import { Alert } from '@archway/ui/alert'
import { useTranslations } from 'next-intl'
import { Panel } from '../panel'
import type { AdminDispute, Evidence } from './dispute'
import { DownloadEvidence } from './download-evidence'
import { EvidenceForm } from './evidence-form'
import { EvidenceTextList } from './evidence-texts'

/** The evidence: to be completed and sent, as it was sent, or as far as it is on record. */
export function EvidencePanel({ dispute, pack }: { dispute: AdminDispute; pack: Evidence }) {
  const t = useTranslations('adminDisputes')
  const title = t('ofOrder', { number: dispute.order.number })
  if (dispute.submit.isAllowed) {
    return (
      <Panel title={t('evidence.title')} description={t('evidence.description')}>
        {pack.owed.length > 0 ? (
          <Alert variant="info" title={t('evidence.owed', { titles: pack.owed.join(', ') })}>
            {t('evidence.owedText')}
          </Alert>
        ) : null}
        <EvidenceForm
          disputeId={dispute.id}
          title={title}
          pack={pack.texts}
          isDuplicate={dispute.reason === 'duplicate'}
        />
      </Panel>
    )
  }
  const texts = dispute.sent ?? pack.texts
  return (
    <Panel
      title={t(dispute.sent ? 'evidence.sentTitle' : 'evidence.readTitle')}
      description={dispute.sent ? t('evidence.sentDescription') : undefined}
      action={<DownloadEvidence disputeId={dispute.id} title={title} texts={texts} />}
    >
      <EvidenceTextList texts={texts} />
    </Panel>
  )
}
