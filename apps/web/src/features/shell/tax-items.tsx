import type { MyOrderOutput } from '@archway/api/orders/schema/order'
import { DataListItem } from '@archway/ui/data-list'
import { useTranslations } from 'next-intl'
import { taxLabel } from './tax-label'

/** What of an order's total is tax, by rate; what is left without it; or that the buyer owes it. */
export function TaxItems({
  order,
  money,
}: {
  order: Pick<MyOrderOutput, 'taxes' | 'taxMinor' | 'totalMinor' | 'isTaxIncluded' | 'taxReason'>
  money: (amountMinor: bigint) => string
}) {
  const t = useTranslations('checkoutTax')
  return (
    <>
      {order.taxes.length > 0 ? (
        <DataListItem term={t('net')}>{money(order.totalMinor - order.taxMinor)}</DataListItem>
      ) : null}
      {order.taxes.map(({ taxName, taxRateBps, taxCountry, taxMinor }) => {
        const tax = taxLabel(taxName, taxRateBps)
        return (
          <DataListItem
            key={`${taxCountry} ${tax}`}
            term={order.isTaxIncluded ? t('included', { tax }) : tax}
          >
            {money(taxMinor)}
          </DataListItem>
        )
      })}
      {order.taxReason === 'reverse_charge' ? (
        <DataListItem term={t('reverseCharge')}>{money(0n)}</DataListItem>
      ) : null}
    </>
  )
}
