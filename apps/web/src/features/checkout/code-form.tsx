import { maxCodes } from '@archway/api/coupons/schema'
import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { type CheckoutAddress, checkoutPath } from './checkout-path'
import { type Place, PlaceInputs } from './place'

type Refused = QuoteOutput['refusedCodes'][number]

/** Why a code was refused, with the day or the amount that would change it. */
async function refusalText(refused: Refused, currency: string, formats: Formats): Promise<string> {
  const t = await getTranslations('orders.checkout')
  const errors = await getTranslations('errors')
  const sentences = [errors(refused.reason, { code: refused.code })]
  if (refused.at) sentences.push(t('codeFrom', { date: formats.dateTime(refused.at) }))
  if (refused.minimumMinor) {
    const amount = formats.money({ amountMinor: refused.minimumMinor, currency })
    sentences.push(t('codeMinimum', { amount }))
  }
  return sentences.join(' ')
}

/**
 * Codes of coupons: those in use, each to be taken out again, and a field for one more. A plain form
 * that shows the quote again; a refused code stays in its field with the reason below.
 */
export async function CodeForm({
  quote,
  items,
  place,
  message,
  formats,
}: {
  quote: QuoteOutput
  items: readonly string[]
  place?: Place | null | undefined
  /** said instead of a reason, when no code was looked at */
  message: string | null
  formats: Formats
}) {
  const t = await getTranslations('orders.checkout')
  const { currency } = quote
  const codes = quote.coupons.map((coupon) => coupon.code)
  const [refused] = quote.refusedCodes
  const address = (kept: readonly string[]): CheckoutAddress => ({
    items,
    currency,
    codes: kept,
    place: place ?? null,
  })
  const error = message ?? (refused ? await refusalText(refused, currency, formats) : undefined)
  return (
    <div className="grid gap-3">
      {quote.coupons.length > 0 ? (
        <ul className="grid gap-1 text-sm" aria-label={t('codes')}>
          {quote.coupons.map((coupon) => (
            <li key={coupon.code} className="flex flex-wrap justify-between gap-x-4">
              <span>
                <strong className="font-medium">{coupon.code}</strong>{' '}
                <span className="text-muted-foreground">{coupon.name}</span>
              </span>
              <Link
                href={checkoutPath(address(codes.filter((code) => code !== coupon.code)))}
                prefetch={false}
              >
                {t('removeCode')}
                <span className="sr-only"> {coupon.code}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {codes.length < maxCodes ? (
        <form action="/checkout" className="grid gap-2">
          {items.map((item) => (
            <input key={item} type="hidden" name="item" value={item} />
          ))}
          <input type="hidden" name="currency" value={currency} />
          {codes.map((code) => (
            <input key={code} type="hidden" name="code" value={code} />
          ))}
          <PlaceInputs place={place} />
          <Field label={t('code')} error={error}>
            {(control) => (
              <div className="flex gap-2">
                <Input
                  {...control}
                  name="code"
                  defaultValue={refused?.code}
                  maxLength={40}
                  autoComplete="off"
                  autoCapitalize="characters"
                  spellCheck={false}
                  className="flex-1"
                />
                <Button type="submit" variant="secondary">
                  {t('useCode')}
                </Button>
              </div>
            )}
          </Field>
          {refused?.reason === 'coupon-held-by-you' ? (
            <Link href="/account/orders" className="text-sm">
              {t('yourOrders')}
            </Link>
          ) : null}
        </form>
      ) : null}
    </div>
  )
}
