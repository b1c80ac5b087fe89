import { Badge, type BadgeProps } from '@archway/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'

type Plan = AdminOutput['payouts']['adminPlan'][number]

const variants: Record<Plan['verdict'], BadgeProps['variant']> = {
  pay: 'success',
  blocked: 'warning',
  'below-minimum': 'neutral',
  debt: 'danger',
  nothing: 'neutral',
  waiting: 'info',
}

/** What the next run does, for each provider and currency. */
export function PlanTable({ plans, formats }: { plans: Plan[]; formats: Formats }) {
  const t = useTranslations('adminPayouts')
  const money = (plan: Plan, amountMinor: bigint) =>
    formats.money({ amountMinor, currency: plan.currency })
  return (
    <Table label={t('plan.title')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('provider')}</TableHead>
          <TableHead>{t('plan.verdict')}</TableHead>
          <TableHead numeric>{t('plan.held')}</TableHead>
          <TableHead numeric>{t('plan.available')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {plans.map((plan) => (
          <TableRow key={`${plan.providerId} ${plan.currency}`}>
            <TableCell>{`${plan.provider}, ${plan.currency}`}</TableCell>
            <TableCell>
              <Badge variant={variants[plan.verdict]}>{t(`plan.verdicts.${plan.verdict}`)}</Badge>
              {plan.reason ? (
                <span className="mt-1 block text-muted-foreground text-xs">
                  {t(`reasons.${plan.reason}`)}
                </span>
              ) : null}
            </TableCell>
            <TableCell numeric>{money(plan, plan.heldMinor)}</TableCell>
            <TableCell numeric>{money(plan, plan.amountMinor)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
