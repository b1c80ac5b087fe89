import { listFactsInput } from '@archway/api/careers/schema/facts'
import { exportTable } from '../export-table'

export const facts = exportTable({
  action: 'guide.edit',
  schema: listFactsInput,
  read: (api, input) => api.careers.adminFacts(input),
  key: (row) => row.key,
  columns: {
    key: (row) => row.key,
    kind: (row) => row.kind,
    label: (row) => row.label,
    text: (row) => row.text,
    value_low: (row) => row.valueLow,
    value_high: (row) => row.valueHigh,
    unit: (row) => row.unit,
    currency: (row) => row.currency,
    region: (row) => row.region,
    period: (row) => row.period,
    source_title: (row) => row.sourceTitle,
    source_publisher: (row) => row.sourcePublisher,
    source_url: (row) => row.sourceUrl,
    verified_on: (row) => row.verifiedOn,
    review_by: (row) => row.reviewBy,
    guides: (row) => row.guides.map(({ slug }) => slug).join(' '),
  },
})
