import { providerAddressInput } from '../../providers/list-input'
import { exportTable } from '../export-table'

export const providers = exportTable({
  action: 'provider.read',
  schema: providerAddressInput,
  read: (api, input) => api.providers.adminList(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    slug: (row) => row.slug,
    name: (row) => row.name,
    kind: (row) => row.kind,
    country: (row) => row.country,
    share_percent: (row) => row.shareBps / 100,
    offerings: (row) => row._count.offerings,
    members: (row) => row._count.members,
    verified_on: (row) => row.verifiedOn,
    updated_at: (row) => row.updatedAt,
  },
})
