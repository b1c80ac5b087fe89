import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Select } from '@archway/ui/select'
import { getTranslations } from 'next-intl/server'
import { type Place, PlaceInputs } from './place'

/** A plain form that shows the quote again in another currency. */
export async function CurrencyForm({
  action = '/checkout',
  items,
  currency,
  currencies,
  codes,
  place,
  locale,
}: {
  action?: '/checkout' | '/cart'
  items: string[]
  currency: string
  currencies: string[]
  /** kept, and looked at again in the other currency */
  codes: string[]
  place?: Place | null | undefined
  locale: string
}) {
  const t = await getTranslations('orders.checkout')
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  if (currencies.length < 2) return null
  return (
    <form action={action} className="flex items-end gap-2">
      {items.map((item) => (
        <input key={item} type="hidden" name="item" value={item} />
      ))}
      {codes.map((code) => (
        <input key={code} type="hidden" name="code" value={code} />
      ))}
      <PlaceInputs place={place} />
      <Field label={t('currency')} className="flex-1">
        <Select name="currency" defaultValue={currency}>
          {currencies.map((code) => (
            <option key={code} value={code}>
              {`${code} · ${names.of(code) ?? code}`}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" variant="secondary">
        {t('change')}
      </Button>
    </form>
  )
}
