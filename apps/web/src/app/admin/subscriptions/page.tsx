import { membershipPeriods, subscriptionStatuses } from '@archway/api/subscriptions/states'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/features/admin/require-staff'
import { subscriptionsQuery } from '@/features/admin/subscriptions/list-input'
import { OverviewFigures } from '@/features/admin/subscriptions/overview-figures'
import { SubscriptionsTable } from '@/features/admin/subscriptions/subscriptions-table'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminSubscriptions'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function SubscriptionsPage({ searchParams }: Props) {
  const member = await requireStaff('subscription.read', '/admin/subscriptions')
  const { query, input } = await listState(subscriptionsQuery, searchParams)
  const { subscriptions } = await api()
  const [page, overview] = await Promise.all([
    subscriptions.adminList(input),
    subscriptions.adminOverview(),
  ])
  const t = await getTranslations('adminSubscriptions')
  const status = await getTranslations('membership.status')
  return (
    <ListPage
      table="subscriptions"
      path="/admin/subscriptions"
      query={query}
      title={t('title')}
      description={t('description')}
      actions={
        <LinkButton href="/admin/subscriptions/plans" linkComponent={Link} variant="secondary">
          {t('plans.open')}
        </LinkButton>
      }
      tabs={<OverviewFigures overview={overview} formats={formatsFor(member)} />}
      searchLabel={t('search')}
      filters={[
        choiceFilter('status', t('status'), subscriptionStatuses, status),
        choiceFilter('period', t('plan'), membershipPeriods, (period) => t(`period.${period}`)),
        choiceFilter('isCancelled', t('isCancelled'), ['yes', 'no'], (value) => t(value)),
        choiceFilter('attention', t('needsReview'), ['yes', 'no'], (value) => t(value)),
      ]}
    >
      <SubscriptionsTable
        {...page}
        query={query}
        sort={{ column: input.sort, direction: input.direction }}
      />
    </ListPage>
  )
}
