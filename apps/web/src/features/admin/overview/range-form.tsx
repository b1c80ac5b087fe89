import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { NavTabs } from '@archway/ui/nav-tabs'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'

type Period = AdminOutput['orders']['adminOverview']['period']

/** Which days the figures are about. Links and a plain form: the range is in the address. */
export function RangeForm({ period, currency }: { period: Period; currency: string | null }) {
  const t = useTranslations('adminOperations.overview')
  const kept = currency ? `&currency=${currency}` : ''
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <NavTabs
        label={t('period')}
        linkComponent={Link}
        items={(['7', '30', '90'] as const).map((range) => ({
          href: `/admin?range=${range}${kept}`,
          label: t('lastDays', { days: Number(range) }),
          current: period.range === range,
        }))}
      />
      <form action="/admin" className="flex flex-wrap items-end gap-2">
        {currency ? <input type="hidden" name="currency" value={currency} /> : null}
        <Field label={t('from')}>
          <Input type="date" name="from" defaultValue={period.from} max={period.to} />
        </Field>
        <Field label={t('to')}>
          <Input type="date" name="to" defaultValue={period.to} />
        </Field>
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
    </div>
  )
}
