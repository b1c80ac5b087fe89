import { toDecimalString } from '@archway/api/shared/money'
import { documentsQuery } from '../../documents/documents-query'
import { exportTable } from '../export-table'

type Amounts = { kind: 'invoice' | 'credit_note'; currency: string }

/** Credit notes count against invoices, so that a column can be summed up. */
const signed = ({ kind, currency }: Amounts, amountMinor: bigint) => ({
  decimal: toDecimalString({
    amountMinor: kind === 'invoice' ? amountMinor : -amountMinor,
    currency,
  }),
})

export const documents = exportTable({
  action: 'document.read',
  schema: documentsQuery,
  read: (api, input) => api.documents.adminList(input),
  key: (row) => row.id,
  columns: {
    reference: (row) => row.reference,
    kind: (row) => row.kind,
    cause: (row) => row.cause,
    corrects: (row) => row.corrects,
    order: (row) => row.order.number,
    issued_at: (row) => row.issuedAt,
    supplied_at: (row) => row.suppliedAt,
    seller: (row) => row.seller,
    buyer_name: (row) => row.buyer.name,
    buyer_company: (row) => row.buyer.company,
    buyer_address: (row) => row.buyer.address,
    buyer_country: (row) => row.buyer.country,
    buyer_tax_number: (row) => row.buyer.taxNumber,
    buyer_email: (row) => row.buyer.email,
    currency: (row) => row.currency,
    net: (row) => signed(row, row.netMinor),
    tax: (row) => signed(row, row.taxMinor),
    total: (row) => signed(row, row.totalMinor),
    test: (row) => !row.livemode,
  },
})
