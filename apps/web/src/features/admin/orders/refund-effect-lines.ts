import { formatMoney } from '@archway/api/shared/money'
import type { useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'

type Effect = AdminOutput['orders']['adminRefundEffect']
type Translate = ReturnType<typeof useTranslations<'adminOperations.refund'>>

/** The effect of a refund in sentences: money, access, providers, and on what ground. */
export function refundEffectLines(t: Translate, effect: Effect): string[] {
  const { amountMinor, currency, ending, providers, isOwed } = effect
  return [
    t('effect.amount', { amount: formatMoney({ amountMinor, currency }) }),
    ...ending.map(({ title, remains }) => t(remains ? 'effect.remains' : 'effect.ends', { title })),
    ...(ending.length === 0 ? [t('effect.keepsAccess')] : []),
    ...(providers === null
      ? [t('effect.notBooked')]
      : providers.map(({ name, ...share }) =>
          t('effect.provider', { name, amount: formatMoney(share) }),
        )),
    t(isOwed ? 'effect.owed' : 'effect.goodwill'),
  ]
}
