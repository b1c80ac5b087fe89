import { Card } from '@archway/ui/card'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import type { MembershipPayments } from './own-membership'

/** What memberships have cost, latest first, each with its documents. */
export async function Payments({
  payments,
  formats,
}: {
  payments: MembershipPayments
  formats: Formats
}) {
  const t = await getTranslations('membership')
  const orders = await getTranslations('orders.status')
  return (
    <section aria-labelledby="payments">
      <h2 id="payments" className="font-semibold text-lg">
        {t('payments')}
      </h2>
      {payments.length === 0 ? (
        <p className="mt-2 text-muted-foreground">{t('noPayments')}</p>
      ) : (
        <>
          <p className="mt-1 text-muted-foreground text-sm">{t('paymentsDescription')}</p>
          <Card className="mt-4">
            <ul className="divide-y divide-border">
              {payments.map((payment) => (
                <li
                  key={payment.orderId}
                  className="grid gap-x-6 gap-y-1 p-5 sm:grid-cols-[1fr_auto] sm:px-6"
                >
                  <Link href={`/account/orders/${payment.orderId}`} className="font-medium">
                    {payment.title}
                  </Link>
                  <span className="tabular-nums sm:text-end">
                    {formats.money({ amountMinor: payment.totalMinor, currency: payment.currency })}
                  </span>
                  <span className="text-muted-foreground text-sm">
                    {orders(payment.status)}, {formats.date(payment.at)}
                  </span>
                  <span className="flex flex-wrap gap-x-4 text-sm sm:justify-end">
                    {payment.documents.map(({ id, kind, reference }) => (
                      <a key={id} href={`/api/documents/${id}`} download className="text-link">
                        {t(kind === 'invoice' ? 'invoice' : 'creditNote', { reference })}
                      </a>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
    </section>
  )
}
