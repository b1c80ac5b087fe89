import type { MembershipOffer } from '@archway/api/subscriptions/schema'
import { Badge } from '@archway/ui/badge'
import { buttonVariants } from '@archway/ui/button'
import { Card } from '@archway/ui/card'
import { cn } from '@archway/ui/cn'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { membershipCheckoutPath } from './checkout-path'

type Plans = NonNullable<MembershipOffer>['currencies'][number]

/** The month and the year side by side, each with the way to its checkout; without it for who is a member. */
export async function PlanCards({
  plans: { currency, plans, savingPercent },
  trialDays,
  isMember,
  formats,
}: {
  plans: Plans
  trialDays: number
  isMember: boolean
  formats: Formats
}) {
  const t = await getTranslations('membership')
  return (
    <ul className="grid gap-5 sm:grid-cols-2">
      {plans.map((plan) => {
        const isYear = plan.period === 'per_year'
        const price = formats.money(plan)
        const name = t(isYear ? 'perYear' : 'perMonth', { price })
        return (
          <li key={plan.period}>
            <Card className="h-full justify-between gap-6 p-6">
              <div>
                <div className="flex min-h-6 items-start justify-between gap-3">
                  <h2 className="font-semibold">{t(isYear ? 'byYear' : 'byMonth')}</h2>
                  {isYear && savingPercent ? (
                    <Badge variant="success">{t('saving', { percent: savingPercent })}</Badge>
                  ) : null}
                </div>
                <p className="mt-3 flex flex-wrap items-baseline gap-x-2">
                  <span className="font-display text-4xl tabular-nums">{price}</span>
                  <span className="text-muted-foreground">{t(isYear ? 'aYear' : 'aMonth')}</span>
                </p>
                <p className="mt-3 text-muted-foreground text-sm">
                  {trialDays > 0 ? t('trialTerms', { days: trialDays, plan: name }) : t('terms')}
                </p>
              </div>
              {isMember ? null : (
                <Link
                  href={membershipCheckoutPath(plan.period, currency)}
                  prefetch={false}
                  className={cn(
                    buttonVariants({ variant: isYear ? 'secondary' : 'primary' }),
                    'w-full',
                  )}
                >
                  {trialDays > 0 ? t('startTrial', { days: trialDays }) : t('start')}
                  <span className="sr-only">, {name}</span>
                </Link>
              )}
            </Card>
          </li>
        )
      })}
    </ul>
  )
}
