import type { MembershipQuote } from '@archway/api/subscriptions/schema'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { getTranslations } from 'next-intl/server'
import { taxLabel } from '@/features/shell/tax-label'
import type { Formats } from '@/lib/formats'

/** What each payment comes to, what of it is tax, and what is paid today. */
export async function MembershipSums({
  quote,
  formats,
}: {
  quote: MembershipQuote
  formats: Formats
}) {
  const t = await getTranslations('membership.checkout')
  const words = await getTranslations('checkoutTax')
  const { currency, period, tax, totalMinor, trialDays } = quote
  const money = (amountMinor: bigint) => formats.money({ amountMinor, currency })
  const label = tax.name === null ? null : taxLabel(tax.name, tax.rateBps ?? 0)
  return (
    <DataList>
      {label === null ? null : (
        <>
          <DataListItem term={words('net')}>{money(quote.netMinor)}</DataListItem>
          <DataListItem term={tax.isIncluded ? words('included', { tax: label }) : label}>
            {money(quote.taxMinor)}
          </DataListItem>
        </>
      )}
      {tax.reason === 'reverse_charge' ? (
        <DataListItem term={words('reverseCharge')}>{money(0n)}</DataListItem>
      ) : null}
      <DataListItem term={t(period === 'per_year' ? 'perYear' : 'perMonth')}>
        {money(totalMinor)}
      </DataListItem>
      {trialDays > 0 ? (
        <DataListItem term={t('trial')}>{t('trialValue', { days: trialDays })}</DataListItem>
      ) : null}
      <DataListItem term={t('today')}>{money(trialDays > 0 ? 0n : totalMinor)}</DataListItem>
    </DataList>
  )
}
