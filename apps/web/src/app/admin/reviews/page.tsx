import { reviewStatuses } from '@archway/api/reviews/schema'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/features/admin/require-staff'
import { reviewAddressInput } from '@/features/admin/reviews/list-input'
import { ReviewsTable } from '@/features/admin/reviews/reviews-table'
import { choiceFilter } from '@/features/admin/table/list-filter'
import { ListPage } from '@/features/admin/table/list-page'
import type { SearchParams } from '@/features/admin/table/list-query'
import { listState } from '@/features/admin/table/list-state'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.reviews'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function ReviewsPage({ searchParams }: Props) {
  await requireStaff('review.moderate', '/admin/reviews')
  const { query, input } = await listState(reviewAddressInput, searchParams)
  const reviews = await (await api()).reviews.adminList(input)
  const t = await getTranslations('adminCatalog.reviews')
  return (
    <ListPage
      table="reviews"
      path="/admin/reviews"
      query={query}
      title={t('title')}
      description={t('description')}
      searchLabel={t('search')}
      filters={[
        choiceFilter('status', t('column.status'), reviewStatuses, (value) => t(`status.${value}`)),
        choiceFilter('rating', t('column.rating'), ['5', '4', '3', '2', '1'], (value) =>
          t('stars', { rating: Number(value) }),
        ),
      ]}
    >
      <ReviewsTable
        {...reviews}
        query={query}
        sort={{ column: 'createdAt', direction: input.direction }}
      />
    </ListPage>
  )
}
