import { adminEventsInput } from '@archway/api/payments/schema'
import { stripeEventStates } from '@archway/api/payments/states'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/features/admin/require-staff'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
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
  const { query, input } = await listState(adminEventsInput, searchParams)
  const { payments } = await api()
  const [{ types, ...page }, health] = await Promise.all([
    payments.adminEvents(input),
    payments.adminSyncHealth(),
  ])
  const t = await getTranslations('adminOperations.webhooks')
  return (
    <ListPage
      table="webhooks"
      path="/admin/webhooks"
      query={query}
      title={t('title')}
      description={t('description')}
      tabs={<WebhookTabs current="events" health={health} />}
      searchLabel={t('search')}
      filters={[
        choiceFilter('state', t('state'), stripeEventStates, (value) => t(`states.${value}`)),
        choiceFilter('type', t('type'), types),
      ]}
    >
      <EventsTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
