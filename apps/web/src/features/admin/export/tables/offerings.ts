import { toDecimalString } from '@archway/api/shared/money'
import { offeringAddressInput } from '../../offerings/list-input'
import { exportTable } from '../export-table'

export const offerings = exportTable({
  action: 'offering.read',
  schema: offeringAddressInput,
  read: (api, input) => api.catalog.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    slug: (row) => row.slug,
    title: (row) => row.title,
    kind: (row) => row.kind,
    origin: (row) => row.origin,
    status: (row) => row.status,
    provider: (row) => row.provider.name,
    level: (row) => row.level,
    prices: (row) =>
      row.prices.map((price) => `${price.currency} ${toDecimalString(price)}`).join(' / '),
    rating: (row) => (row.ratingCenti === null ? null : row.ratingCenti / 100),
    ratings: (row) => row.ratingCount,
    learners: (row) => row.enrolments,
    publish_at: (row) => row.publishAt,
    published_at: (row) => row.publishedAt,
    updated_at: (row) => row.updatedAt,
  },
})
