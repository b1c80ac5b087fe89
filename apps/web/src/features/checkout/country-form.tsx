import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { Button } from '@archway/ui/button'
import { Card } from '@archway/ui/card'
import { Field } from '@archway/ui/field'
import { Select } from '@archway/ui/select'
import { getTranslations } from 'next-intl/server'
import { countryChoices } from '@/lib/country-choices'
import type { CheckoutAddress } from './checkout-path'

/** Asks somebody without an account where they are: a plain form that shows the quote again. */
export async function CountryForm({
  tax,
  address,
  locale,
}: {
  tax: QuoteOutput['tax']
  address: CheckoutAddress
  locale: string
}) {
  const t = await getTranslations('checkoutTax')
  const countries = countryChoices(locale)
  const country = countries.find((choice) => choice.value === tax.country)?.label ?? ''
  const values = { country, name: tax.name ?? '', percent: (tax.rateBps ?? 0) / 100 }
  return (
    <Card className="gap-4 p-6">
      <div className="grid gap-1">
        <h2 className="font-semibold">{t('title')}</h2>
        {tax.needsCountry ? (
          <p className="text-muted-foreground text-sm">{t(`reason.${tax.reason}`, values)}</p>
        ) : null}
      </div>
      <form action="/checkout" className="flex flex-wrap items-end gap-2">
        {address.items.map((item) => (
          <input key={item} type="hidden" name="item" value={item} />
        ))}
        <input type="hidden" name="currency" value={address.currency} />
        {address.codes.map((code) => (
          <input key={code} type="hidden" name="code" value={code} />
        ))}
        <Field label={t('country')} className="min-w-48 flex-1">
          <Select name="country" autoComplete="country" defaultValue={tax.country ?? ''}>
            <option value="">{t('choose')}</option>
            {countries.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" variant="secondary">
          {t('update')}
        </Button>
      </form>
    </Card>
  )
}
