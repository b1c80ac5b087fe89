import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { getTranslations } from 'next-intl/server'
import { taxLabel } from '../shell/tax-label'

/** What the order comes to: prices, discount, and what of the total is tax. */
export async function QuoteSums({
  quote,
  money,
}: {
  quote: QuoteOutput
  money: (amountMinor: bigint) => string
}) {
  const t = await getTranslations('orders')
  const words = await getTranslations('checkoutTax')
  const { tax, taxMinor, totalMinor } = quote
  const label = tax.rateBps === null ? t('tax') : taxLabel(tax.name ?? t('tax'), tax.rateBps)
  return (
    <DataList>
      <DataListItem term={t('subtotal')}>{money(quote.subtotalMinor)}</DataListItem>
      {quote.discountMinor > 0n ? (
        <DataListItem term={t('discount')}>{money(-quote.discountMinor)}</DataListItem>
      ) : null}
      {tax.rateBps === null ? null : (
        <>
          {tax.isIncluded || quote.discountMinor > 0n ? (
            <DataListItem term={words('net')}>{money(totalMinor - taxMinor)}</DataListItem>
          ) : null}
          <DataListItem term={tax.isIncluded ? words('included', { tax: label }) : label}>
            {money(taxMinor)}
          </DataListItem>
        </>
      )}
      {tax.reason === 'reverse_charge' ? (
        <DataListItem term={words('reverseCharge')}>{money(0n)}</DataListItem>
      ) : null}
      <DataListItem term={t('total')}>{money(totalMinor)}</DataListItem>
    </DataList>
  )
}
