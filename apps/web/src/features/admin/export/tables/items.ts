import { itemListInput } from '@archway/api/bank/schema/list'
import { exportTable } from '../export-table'

/** What the list shows of items; never a key. Items whole leave by the bank's own export. */
export const items = exportTable({
  action: 'item.export',
  schema: itemListInput,
  read: (api, input) => api.bank.list(input),
  key: (row) => row.id,
  columns: {
    id: (row) => row.id,
    code: (row) => row.code,
    exam: (row) => row.offeringTitle,
    state: (row) => row.state,
    version: (row) => row.number,
    kind: (row) => row.kind,
    objective: (row) => row.objective,
    level: (row) => row.level,
    points: (row) => row.points,
    question: (row) => row.stem,
    author: (row) => row.authorName,
    forms: (row) => row.forms,
    enemies: (row) => row.enemies,
    updated_at: (row) => row.updatedAt,
  },
})
