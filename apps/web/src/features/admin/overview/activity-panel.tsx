import { BarChart } from '@archway/ui/bar-chart'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { groupDays } from './group-days'

type Activity = AdminOutput['orders']['adminOverview']['activity']

/** What happened each day: people signing up, orders paid, enrolments begun. */
export function ActivityPanel({ activity, locale }: { activity: Activity; locale: string }) {
  const t = useTranslations('adminOperations.overview')
  const format = useFormatter()
  const isQuiet = activity.every((day) => day.orders + day.enrolments + day.signUps === 0)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  return (
    <Panel title={t('activity')}>
      <BarChart
        title={t('activity')}
        hideTitle
        stacked
        series={[
          { key: 'signUps', label: t('signUps'), color: 3 },
          { key: 'orders', label: t('orders'), color: 1 },
          { key: 'enrolments', label: t('enrolments'), color: 2 },
        ]}
        rows={
          isQuiet
            ? []
            : groupDays(activity).map((group) => ({
                label: format.dateTime(new Date(`${group[0]?.day}T00:00:00Z`), {
                  day: 'numeric',
                  month: 'short',
                  timeZone: 'UTC',
                }),
                values: {
                  signUps: sum(group.map((day) => day.signUps)),
                  orders: sum(group.map((day) => day.orders)),
                  enrolments: sum(group.map((day) => day.enrolments)),
                },
              }))
        }
        format={{ locale }}
        labels={{ rows: t('day'), table: t('asTable') }}
        empty={t('noActivity')}
      />
    </Panel>
  )
}
