import type { Access } from '@archway/api/enrolments/schema'
import { Alert } from '@archway/ui/alert'
import { LinkButton } from '@archway/ui/link-button'
import { getTranslations } from 'next-intl/server'
import { QuietLink } from '@/features/shell/quiet-link'
import { coursePath } from '../paths'

/** In place of a lesson that the learner may not open: what took the access away, and the way to more. */
export async function ClosedLesson({ slug, access }: { slug: string; access: Access }) {
  const t = await getTranslations('player.closed')
  const reasons = await getTranslations('learning.access')
  const sentences = access.reasons.flatMap(({ stateReason }) => {
    const key = `reason.${stateReason ?? ''}` as 'reason.order-refunded'
    return stateReason !== null && reasons.has(key) ? [reasons(key)] : []
  })
  return (
    <Alert
      variant="warning"
      title={t('title')}
      action={
        <LinkButton href={coursePath(slug)} linkComponent={QuietLink} variant="secondary" size="sm">
          {t('action')}
        </LinkButton>
      }
    >
      {access.reasons.length === 0 ? reasons('none') : [...new Set(sentences)].join(' ')}
    </Alert>
  )
}
