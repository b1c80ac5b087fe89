import { Badge, type BadgeProps } from '@archway/ui/badge'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Id } from '../id'
import { Panel } from '../panel'
import { wordOr } from '../word-or'
import type { AdminSubscription } from './subscription'

const tones: Record<string, BadgeProps['variant']> = {
  paid: 'success',
  open: 'warning',
  uncollectible: 'danger',
}

type Invoice = AdminSubscription['invoices'][number]

/** When an unpaid invoice was tried first, and when it is tried again. */
function Attempts({ invoice, formats }: { invoice: Invoice; formats: Formats }) {
  const t = useTranslations('adminSubscriptions.invoice')
  if (invoice.status === 'paid' || !invoice.firstFailedAt) return null
  return (
    <span className="text-danger">
      {t('failed', { count: invoice.attemptCount, date: formats.date(invoice.firstFailedAt) })}
      {invoice.nextAttemptAt
        ? ` ${t('nextAttempt', { date: formats.date(invoice.nextAttemptAt) })}`
        : null}
    </span>
  )
}

/** Every invoice of a membership, newest first, a paid one with its order here. */
export function InvoicesPanel({
  invoices,
  formats,
}: {
  invoices: AdminSubscription['invoices']
  formats: Formats
}) {
  const t = useTranslations('adminSubscriptions.invoice')
  return (
    <Panel title={t('title')} description={t('description')}>
      {invoices.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-border border-border border-y text-sm">
          {invoices.map((invoice) => (
            <li key={invoice.id} className="grid gap-1 py-3">
              <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">
                    {t('period', {
                      from: formats.date(invoice.periodStart),
                      to: formats.date(invoice.periodEnd),
                    })}
                  </span>
                  <Badge variant={tones[invoice.status] ?? 'neutral'}>
                    {wordOr(t, `state.${invoice.status}`, invoice.status)}
                  </Badge>
                </span>
                <span className="tabular-nums">
                  {formats.money({ amountMinor: invoice.totalMinor, currency: invoice.currency })}
                </span>
              </span>
              <span className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground">
                {invoice.order ? (
                  <Link href={`/admin/orders/${invoice.order.id}`}>
                    {t('order', { number: invoice.order.number })}
                  </Link>
                ) : null}
                <Id value={invoice.id} />
                <Attempts invoice={invoice} formats={formats} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
