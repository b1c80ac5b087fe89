import type { BillingDetails } from '@archway/api/documents/schema'
import { Card } from '@archway/ui/card'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** What the invoice will say of the buyer, and the way to change it and come back. */
export async function BilledTo({
  billing,
  buyer,
  returnTo,
}: {
  billing: BillingDetails | null
  buyer: { name: string | null; email: string }
  /** the path of this page */
  returnTo: string
}) {
  const t = await getTranslations('orders.checkout')
  const lines = [
    billing?.company,
    billing?.name ?? buyer.name,
    ...(billing?.address?.split('\n') ?? []),
    billing?.taxNumber ? t('taxNumber', { number: billing.taxNumber }) : null,
    buyer.email,
  ].filter((line) => typeof line === 'string' && line !== '')
  return (
    <Card className="gap-3 p-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="font-semibold">{t('billedTo')}</h2>
        <Link href={`/account/billing?${new URLSearchParams({ returnTo })}`} className="text-sm">
          {t('changeBilling')}
        </Link>
      </div>
      <p className="whitespace-pre-line break-words text-muted-foreground text-sm">
        {lines.join('\n')}
      </p>
    </Card>
  )
}
