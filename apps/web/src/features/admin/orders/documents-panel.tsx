import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { ReissueInvoice } from './reissue-invoice'

/** Invoices and credit notes of an order, and the correction of who bought. */
export function DocumentsPanel({
  orderId,
  documents,
  countries,
  canCorrect,
  formats,
}: {
  orderId: string
  documents: AdminOutput['documents']['ofOrder']
  countries: { value: string; label: string }[]
  canCorrect: boolean
  formats: Formats
}) {
  const t = useTranslations('adminMoney.documents')
  const outstanding = documents.reduce(
    (sum, row) => sum + (row.kind === 'invoice' ? row.totalMinor : -row.totalMinor),
    0n,
  )
  const invoice = documents.findLast((row) => row.kind === 'invoice')
  return (
    <Panel
      title={t('title')}
      action={
        canCorrect && invoice && outstanding > 0n ? (
          <ReissueInvoice
            key={invoice.id}
            orderId={orderId}
            buyer={invoice.buyer}
            countries={countries}
          />
        ) : undefined
      }
    >
      {documents.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-border border-border border-y text-sm">
          {documents.map((row) => (
            <li key={row.id} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2.5">
              <span className="min-w-0">
                <a href={`/api/documents/${row.id}`} download>
                  {row.reference}
                </a>
                <span className="block text-muted-foreground text-xs">
                  {t('issuedAs', {
                    kind: t(`kinds.${row.kind}`),
                    date: formats.date(row.issuedAt),
                  })}
                </span>
              </span>
              <span className="tabular-nums">
                {formats.money({
                  amountMinor: row.kind === 'invoice' ? row.totalMinor : -row.totalMinor,
                  currency: row.currency,
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
