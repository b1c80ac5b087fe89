import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { Button } from '@archway/ui/button'
import { Card } from '@archway/ui/card'
import { Field } from '@archway/ui/field'
import { Select } from '@archway/ui/select'
import { getTranslations } from 'next-intl/server'
import { countryChoices } from '@/lib/country-choices'
import { MessagesFor } from '@/lib/messages-for'
import type { CheckoutAddress } from './checkout-path'
import { PlaceFields } from './place-fields'
import { TaxSentence } from './tax-sentence'

/** Asks somebody without an account where they are: a plain form that shows the quote again. */
export async function CountryForm({
  tax,
  address,
  problems,
  locale,
}: {
  tax: QuoteOutput['tax']
  address: CheckoutAddress
  /** what is wrong with the place that was entered: keys of the catalogue of errors */
  problems: { region?: string; postalCode?: string }
  locale: string
}) {
  const t = await getTranslations('checkoutTax')
  const countries = countryChoices(locale)
  const errors = await getTranslations('errors')
  const say = (key: string | undefined) => (key === undefined ? undefined : errors(key as never))
  return (
    <Card className="gap-4 p-6">
      <div className="grid gap-1">
        <h2 className="font-semibold">{t('title')}</h2>
        {tax.needsCountry ? <TaxSentence tax={tax} countries={countries} /> : null}
      </div>
      <form action="/checkout" className="grid items-end gap-4 sm:grid-cols-2">
        {address.items.map((item) => (
          <input key={item} type="hidden" name="item" value={item} />
        ))}
        <input type="hidden" name="currency" value={address.currency} />
        {address.codes.map((code) => (
          <input key={code} type="hidden" name="code" value={code} />
        ))}
        <Field label={t('country')}>
          <Select name="country" autoComplete="country" defaultValue={tax.country ?? ''}>
            <option value="">{t('choose')}</option>
            {countries.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        </Field>
        <MessagesFor namespaces={['checkoutTax']}>
          <PlaceFields
            key={tax.country}
            asked={tax.asked}
            values={tax}
            errors={{ region: say(problems.region), postalCode: say(problems.postalCode) }}
          />
        </MessagesFor>
        <Button type="submit" variant="secondary" className="justify-self-start">
          {t('update')}
        </Button>
      </form>
    </Card>
  )
}
