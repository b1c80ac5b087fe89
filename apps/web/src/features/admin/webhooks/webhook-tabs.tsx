import { NavTabs } from '@archway/ui/nav-tabs'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'

/** The inbox of events, and what is out of step because of one. */
export function WebhookTabs({
  current,
  health,
}: {
  current: 'events' | 'targets'
  health: AdminOutput['payments']['adminSyncHealth']
}) {
  const t = useTranslations('adminOperations.webhooks')
  return (
    <NavTabs
      label={t('views')}
      linkComponent={Link}
      className="mb-6"
      items={[
        { href: '/admin/webhooks', label: t('events'), current: current === 'events' },
        {
          href: '/admin/webhooks/targets',
          label: t('targets'),
          current: current === 'targets',
          // A target that was given up still waits: it is among the dirty ones.
          count: health.dirtyTargets,
        },
      ]}
    />
  )
}
