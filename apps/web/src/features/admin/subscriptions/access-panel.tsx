import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { ReasonLine } from '../enrolments/reason-line'
import { Panel } from '../panel'
import type { AdminSubscription } from './subscription'

/** The access that a membership gives, or why it gives none. */
export function AccessPanel({
  reasons,
  formats,
}: {
  reasons: AdminSubscription['reasons']
  formats: Formats
}) {
  const t = useTranslations('adminSubscriptions.access')
  return (
    <Panel title={t('title')} description={t('description')}>
      {reasons.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('none')}</p>
      ) : (
        <ul className="grid gap-3 text-sm">
          {reasons.map((reason) => (
            <li key={reason.grantId}>
              <ReasonLine reason={reason} formats={formats} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
