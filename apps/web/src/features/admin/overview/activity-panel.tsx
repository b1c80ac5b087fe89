import { BarChart } from '@archway/ui/bar-chart'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { groupDays } from './group-days'

type Activity = AdminOutput['orders']['adminOverview']['activity']

const series = ['signUps', 'orders', 'enrolments', 'completions'] as const
const colors = [3, 1, 2, 4] as const

/** What happened each day: people signing up, orders paid, enrolments begun and completed. */
export function ActivityPanel({ activity, locale }: { activity: Activity; locale: string }) {
  const t = useTranslations('adminOperations.overview')
  const format = useFormatter()
  const isQuiet = activity.every((day) => series.every((key) => day[key] === 0))
  return (
    <Panel title={t('activity')}>
      <BarChart
        title={t('activity')}
        hideTitle
        stacked
        series={series.map((key, index) => ({ key, label: t(key), color: colors[index] }))}
        rows={
          isQuiet
            ? []
            : groupDays(activity).map((group) => ({
                label: format.dateTime(new Date(`${group[0]?.day}T00:00:00Z`), {
                  day: 'numeric',
                  month: 'short',
                  timeZone: 'UTC',
                }),
                values: Object.fromEntries(
                  series.map((key) => [key, group.reduce((total, day) => total + day[key], 0)]),
                ),
              }))
        }
        format={{ locale }}
        labels={{ rows: t('day'), table: t('asTable') }}
        empty={t('noActivity')}
      />
    </Panel>
  )
}
