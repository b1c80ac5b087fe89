import { toDecimalString } from '@archway/api/shared/money'
import { bundleAddressInput } from '../../bundles/list-input'
import { exportTable } from '../export-table'

export const bundles = exportTable({
  action: 'offering.read',
  schema: bundleAddressInput,
  read: (api, input) => api.bundles.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    slug: (row) => row.slug,
    title: (row) => row.title,
    offerings: (row) => row.offerings.map(({ title }) => title).join('; '),
    prices: (row) =>
      row.prices.map((price) => `${price.currency} ${toDecimalString(price)}`).join(' '),
    state: (row) => row.status,
    sold: (row) => row.sold,
    published_at: (row) => row.publishedAt,
    created_at: (row) => row.createdAt,
  },
})
