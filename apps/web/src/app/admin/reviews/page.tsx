import { reviewStatuses } from '@archway/api/reviews/schema'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { requireStaff } from '@/features/admin/require-staff'
import { reviewAddressInput } from '@/features/admin/reviews/list-input'
import { ReviewsTable } from '@/features/admin/reviews/reviews-table'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { ListToolbar } from '@/features/admin/table/list-toolbar'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.reviews'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function ReviewsPage({ searchParams }: Props) {
  await requireStaff('review.moderate', '/admin/reviews')
  const query = firstValues(await searchParams)
  const input = listInput(reviewAddressInput, query)
  const reviews = await (await api()).reviews.adminList(input)
  const t = await getTranslations('adminCatalog.reviews')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
      />
      <ListToolbar
        table="reviews"
        path="/admin/reviews"
        query={query}
        searchLabel={t('search')}
        filters={[
          {
            kind: 'select',
            name: 'status',
            label: t('column.status'),
            options: reviewStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          },
          {
            kind: 'select',
            name: 'rating',
            label: t('column.rating'),
            options: [5, 4, 3, 2, 1].map((rating) => ({
              value: String(rating),
              label: t('stars', { rating }),
            })),
          },
        ]}
      />
      <ReviewsTable
        {...reviews}
        query={query}
        sort={{ column: 'createdAt', direction: input.direction }}
      />
    </AdminProviders>
  )
}
