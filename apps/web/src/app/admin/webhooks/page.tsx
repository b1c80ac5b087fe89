import { adminEventsInput } from '@archway/api/payments/schema'
import { stripeEventStates } from '@archway/api/payments/states'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { requireStaff } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { ListToolbar } from '@/features/admin/table/list-toolbar'
import { EventsTable } from '@/features/admin/webhooks/events-table'
import { WebhookTabs } from '@/features/admin/webhooks/webhook-tabs'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminOperations.webhooks'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function WebhooksPage({ searchParams }: Props) {
  await requireStaff('webhook.read', '/admin/webhooks')
  const query = firstValues(await searchParams)
  const input = listInput(adminEventsInput, query)
  const { payments } = await api()
  const [{ types, ...page }, health] = await Promise.all([
    payments.adminEvents(input),
    payments.adminSyncHealth(),
  ])
  const t = await getTranslations('adminOperations.webhooks')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-4"
      />
      <WebhookTabs current="events" health={health} />
      <ListToolbar
        table="webhooks"
        path="/admin/webhooks"
        query={query}
        searchLabel={t('search')}
        filters={[
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: stripeEventStates.map((value) => ({ value, label: t(`states.${value}`) })),
          },
          {
            kind: 'select',
            name: 'type',
            label: t('type'),
            options: types.map((value) => ({ value, label: value })),
          },
        ]}
      />
      <EventsTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </AdminProviders>
  )
}
