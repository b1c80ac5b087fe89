import { currencyExponent } from '@archway/api/shared/money'
import { LineChart } from '@archway/ui/line-chart'
import { NavTabs } from '@archway/ui/nav-tabs'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { listHref } from '../table/list-query'
import { groupDays } from './group-days'

type Revenue = NonNullable<AdminOutput['orders']['adminOverview']['revenue']>

/** Gross and net revenue over time, one currency at a time: amounts of two do not share an axis. */
export function RevenuePanel({
  revenue,
  currency,
  query,
  locale,
}: {
  revenue: Revenue
  currency: string | null
  query: Record<string, string>
  locale: string
}) {
  const t = useTranslations('adminOperations.overview')
  const format = useFormatter()
  const shown = revenue.find((row) => row.currency === currency)
  const sum = (values: bigint[]) => Number(values.reduce((total, value) => total + value, 0n))
  return (
    <Panel title={t('revenue')} description={t('revenueHint')}>
      {revenue.length > 1 ? (
        <NavTabs
          label={t('currency')}
          linkComponent={Link}
          items={revenue.map((row) => ({
            href: listHref('/admin', query, { currency: row.currency }),
            label: row.currency,
            current: row.currency === currency,
          }))}
        />
      ) : null}
      <LineChart
        variant="area"
        title={t('revenue')}
        hideTitle
        series={[
          { key: 'gross', label: t('grossSeries'), color: 2 },
          { key: 'net', label: t('netSeries'), color: 1 },
        ]}
        rows={groupDays(shown?.days ?? []).map((group) => ({
          label: format.dateTime(new Date(`${group[0]?.day}T00:00:00Z`), {
            day: 'numeric',
            month: 'short',
            timeZone: 'UTC',
          }),
          values: {
            gross: sum(group.map((day) => day.grossMinor)),
            net: sum(group.map((day) => day.netMinor)),
          },
        }))}
        format={{
          locale,
          exponent: currencyExponent(currency ?? 'USD'),
          options: { style: 'currency', currency: currency ?? 'USD' },
        }}
        labels={{ rows: t('day'), table: t('asTable') }}
        empty={t('noRevenue')}
      />
    </Panel>
  )
}
