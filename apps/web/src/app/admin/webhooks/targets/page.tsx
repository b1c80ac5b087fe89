import { adminTargetsInput } from '@archway/api/payments/schema'
import { can } from '@archway/api/shared/permissions'
import { NavTabs } from '@archway/ui/nav-tabs'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { requireStaff } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, listHref, type SearchParams } from '@/features/admin/table/list-query'
import { TargetsTable } from '@/features/admin/webhooks/targets-table'
import { WebhookTabs } from '@/features/admin/webhooks/webhook-tabs'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.webhooks'))('targets') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function TargetsPage({ searchParams }: Props) {
  const member = await requireStaff('webhook.read', '/admin/webhooks/targets')
  const query = firstValues(await searchParams)
  const input = listInput(adminTargetsInput, query)
  const { payments } = await api()
  const [targets, health] = await Promise.all([
    payments.adminTargets(input),
    payments.adminSyncHealth(),
  ])
  const t = await getTranslations('adminOperations.webhooks')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('targets')}
        description={t('targetsDescription')}
        className="mb-4"
      />
      <WebhookTabs current="targets" health={health} />
      {health.dirtyTargets > 0 ? (
        <NavTabs
          label={t('state')}
          linkComponent={Link}
          className="mb-4"
          items={(['any', 'dirty', 'dead'] as const).map((state) => ({
            href: listHref(
              '/admin/webhooks/targets',
              {},
              { state: state === 'any' ? null : state },
            ),
            label: t(`targetFilter.${state}`),
            current: input.state === state,
          }))}
        />
      ) : null}
      <TargetsTable targets={targets} query={query} canResync={can(member, 'order.resync')} />
    </AdminProviders>
  )
}
