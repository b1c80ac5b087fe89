import type { ExplainedReason } from '@archway/api/enrolments/schema'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { AccessReason } from './access-reason'

/** Every reason for or against access, the same that staff sees. */
export async function AccessReasons({
  reasons,
  formats,
}: {
  reasons: readonly ExplainedReason[]
  formats: Formats
}) {
  const t = await getTranslations('learning.access')
  if (reasons.length === 0) return <p className="text-sm">{t('none')}</p>
  return (
    <ul className="grid gap-3">
      {reasons.map((reason) => (
        <AccessReason key={reason.grantId} reason={reason} formats={formats} />
      ))}
    </ul>
  )
}
