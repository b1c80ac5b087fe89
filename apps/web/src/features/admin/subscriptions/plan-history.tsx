import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import type { AdminMembership } from './plan-values'

/** Every price that the membership has and had, with how many live memberships began at it. */
export function PlanHistory({
  prices,
  formats,
}: {
  prices: AdminMembership['prices']
  formats: Formats
}) {
  const t = useTranslations('adminSubscriptions')
  return (
    <Panel title={t('plans.history')} description={t('plans.historyText')}>
      <ul className="divide-y divide-border border-border border-y text-sm">
        {prices.map((price) => {
          const from = formats.date(price.validFrom)
          return (
            <li
              key={price.id}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5"
            >
              <span className="font-medium tabular-nums">
                {t(`price.${price.period}`, { price: formats.money(price) })}
              </span>
              <span className="order-last basis-full text-muted-foreground sm:order-none sm:ms-auto sm:basis-auto">
                {price.validTo
                  ? t('plans.fromUntil', { from, until: formats.date(price.validTo) })
                  : t('plans.inForce', { from })}
              </span>
              <span className="w-28 text-end text-muted-foreground tabular-nums">
                {t('plans.members', { count: price.members })}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
