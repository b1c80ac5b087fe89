import { Timeline, TimelineItem } from '@archway/ui/timeline'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import type { AdminCredential } from './credential-panel'

/** Every decision about a credential since it was issued, newest first. */
export function CredentialHistory({
  credential,
  formats,
}: {
  credential: AdminCredential
  formats: Formats
}) {
  const t = useTranslations('adminCredentials')
  const reasons = useTranslations('credentials.reason')
  return (
    <Panel title={t('history')} description={t('historyText')}>
      <Timeline>
        {credential.changes.map((change) => (
          <TimelineItem
            key={change.id}
            title={t(`states.${change.toState}`)}
            time={formats.dateTime(change.createdAt)}
          >
            <p>{reasons(change.reason)}</p>
            {change.note ? <p>{t('publicNote', { note: change.note })}</p> : null}
            <p>
              {change.by ? t('by', { name: change.by.name ?? change.by.email }) : t('bySystem')}
            </p>
          </TimelineItem>
        ))}
        <TimelineItem title={t('issuedEvent')} time={formats.dateTime(credential.createdAt)} />
      </Timeline>
    </Panel>
  )
}
