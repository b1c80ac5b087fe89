import type { AppRouter } from '@archway/api/trpc/root'
import { Card } from '@archway/ui/card'
import type { inferRouterOutputs } from '@trpc/server'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'

type Documents = inferRouterOutputs<AppRouter>['documents']['ofOrder']

/** Invoices and credit notes of an order, each as a PDF. */
export async function OrderDocuments({
  documents,
  formats,
}: {
  documents: Documents
  formats: Formats
}) {
  if (documents.length === 0) return null
  const t = await getTranslations('orders.documents')
  return (
    <Card className="gap-4 p-6 print:hidden">
      <h2 className="font-semibold text-lg">{t('title')}</h2>
      <ul className="divide-y divide-border border-border border-y">
        {documents.map((document) => (
          <li
            key={document.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3"
          >
            <span className="min-w-0">
              <a href={`/api/documents/${document.id}`} download className="font-medium">
                {t(`kind.${document.kind}`, { reference: document.reference })}
              </a>
              <span className="block text-muted-foreground text-sm">
                {t('issued', { date: formats.date(document.issuedAt) })}
              </span>
            </span>
            <span className="tabular-nums">
              {formats.money({
                amountMinor:
                  document.kind === 'invoice' ? document.totalMinor : -document.totalMinor,
                currency: document.currency,
              })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
