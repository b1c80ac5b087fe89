import { couponKinds, type couponScopes } from '@archway/api/coupons/schema'
import { parseMoney, toDecimalString } from '@archway/api/shared/money'
import type { ComboboxItem } from '@archway/ui/combobox'
import type { AdminOutput } from '../admin-output'
import { dayOfText, dayText, numberOfText, numberText } from '../editor/date-text'
import type { Row } from '../editor/row-list'
import { withRowId } from '../editor/with-row-id'
import { basisPointsOf, percentText } from '../providers/percent-text'

export type AdminCoupon = AdminOutput['coupons']['adminGet']
export type CurrencyRow = Row & { currency: string; amount: string; minimum: string }
type Scope = (typeof couponScopes)[number]

/** A coupon as its form holds it: numbers, days and amounts are text while they are typed. */
export type CouponValues = {
  code: string
  name: string
  kind: (typeof couponKinds)[number]
  percent: string
  currencies: CurrencyRow[]
  scope: Scope
  /** of each scope, so that changing one's mind loses nothing */
  offerings: ComboboxItem[]
  providers: ComboboxItem[]
  topics: ComboboxItem[]
  isFirstOrderOnly: boolean
  isCombinable: boolean
  perPersonLimit: string
  totalLimit: string
  startsAt: string
  endsAt: string
  owner: ComboboxItem | null
}

export const emptyCoupon: CouponValues = {
  code: '',
  name: '',
  kind: couponKinds[0],
  percent: '10',
  currencies: [],
  scope: 'everything',
  offerings: [],
  providers: [],
  topics: [],
  isFirstOrderOnly: false,
  isCombinable: false,
  perPersonLimit: '1',
  totalLimit: '',
  startsAt: '',
  endsAt: '',
  owner: null,
}

const dayMs = 86_400_000
const moneyText = (amountMinor: bigint | null, currency: string): string =>
  amountMinor === null ? '' : toDecimalString({ amountMinor, currency })

/** The end is kept exclusive; the form shows the last day. */
export function valuesOf(coupon: AdminCoupon): CouponValues {
  const items = coupon.scopeItems.map(({ id, label }) => ({ value: id, label }))
  const of = (scope: Scope) => (coupon.scope === scope ? items : [])
  return {
    code: '',
    name: coupon.name,
    kind: coupon.kind,
    percent: coupon.percentBps === null ? '' : percentText(coupon.percentBps),
    currencies: coupon.amounts.map((row, place) =>
      withRowId(
        {
          currency: row.currency,
          amount: moneyText(row.amountMinor, row.currency),
          minimum: moneyText(row.minimumMinor, row.currency),
        },
        place,
      ),
    ),
    scope: coupon.scope,
    offerings: of('offerings'),
    providers: of('providers'),
    topics: of('topics'),
    isFirstOrderOnly: coupon.isFirstOrderOnly,
    isCombinable: coupon.isCombinable,
    perPersonLimit: numberText(coupon.perPersonLimit),
    totalLimit: numberText(coupon.totalLimit),
    startsAt: dayText(coupon.startsAt),
    endsAt: dayText(coupon.endsAt && new Date(coupon.endsAt.getTime() - dayMs)),
    owner: coupon.ownerProvider && {
      value: coupon.ownerProvider.id,
      label: coupon.ownerProvider.name,
    },
  }
}

/** Zero for what cannot be read, which the schema refuses beside the field. */
const amountOf = (text: string, currency: string): bigint | null =>
  text.trim() === '' ? null : (parseMoney(text, currency) ?? 0n)

/** What a save sends, under the names of the coupon's schema. Pure. */
export function inputOf(values: CouponValues) {
  const last = dayOfText(values.endsAt)
  return {
    name: values.name,
    kind: values.kind,
    percentBps: values.kind === 'percentage' ? basisPointsOf(values.percent) : null,
    amounts: values.currencies.map((row) => ({
      currency: row.currency,
      amountMinor: values.kind === 'amount' ? amountOf(row.amount, row.currency) : null,
      minimumMinor: amountOf(row.minimum, row.currency),
    })),
    scope: values.scope,
    scopeIds: values.scope === 'everything' ? [] : values[values.scope].map(({ value }) => value),
    isFirstOrderOnly: values.isFirstOrderOnly,
    isCombinable: values.isCombinable,
    perPersonLimit: numberOfText(values.perPersonLimit),
    totalLimit: numberOfText(values.totalLimit),
    startsAt: dayOfText(values.startsAt),
    endsAt: last && new Date(last.getTime() + dayMs),
    ownerProviderId: values.owner?.value ?? null,
  }
}
