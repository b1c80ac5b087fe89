import { formatMoney } from '@archway/api/shared/money'
import { percentText } from '../providers/percent-text'

type Value = {
  kind: 'percentage' | 'amount'
  percentBps: number | null
  amounts: readonly { currency: string; amountMinor: bigint | null }[]
}

/** What a coupon takes off, in a few words: "10%" or "$15, €14". Pure. */
export function couponValue({ kind, percentBps, amounts }: Value, locale: string): string {
  if (kind === 'percentage') return `${percentText(percentBps ?? 0)}%`
  return amounts
    .flatMap(({ currency, amountMinor }) =>
      amountMinor === null ? [] : [formatMoney({ amountMinor, currency }, locale)],
    )
    .join(', ')
}
