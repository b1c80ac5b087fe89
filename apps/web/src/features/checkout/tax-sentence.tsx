import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { getTranslations } from 'next-intl/server'

/** What it means for the tax where the buyer is, or what has to be known to say so. */
export async function TaxSentence({
  tax,
  countries,
}: {
  tax: QuoteOutput['tax']
  countries: readonly { value: string; label: string }[]
}) {
  const t = await getTranslations('checkoutTax')
  const country = countries.find((choice) => choice.value === tax.country)?.label ?? ''
  const values = { country, name: tax.name ?? '', percent: (tax.rateBps ?? 0) / 100 }
  return (
    <p className="text-muted-foreground text-sm">
      {tax.missing === null || tax.missing === 'country'
        ? t(`reason.${tax.reason}`, values)
        : t(`missing.${tax.missing}`, values)}
    </p>
  )
}
