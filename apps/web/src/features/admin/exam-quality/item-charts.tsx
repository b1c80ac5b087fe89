import { BarChart } from '@archway/ui/bar-chart'
import { useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { verdicts } from './verdicts'

type Item = AdminOutput['psychometrics']['adminExam']['items'][number]

const colors = { unknown: 1, sound: 4, review: 2, quarantine: 3 } as const

const TENTHS = Array.from({ length: 10 }, (_, at) => at / 10)

/** How items are spread over difficulty and discrimination, by what their figures ask for. */
export function ItemCharts({ items, locale }: { items: Item[]; locale: string }) {
  const t = useTranslations('examQuality.statistics')
  const text = (value: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
      value,
    )
  const row = (label: string, own: Item[]) => ({
    label,
    values: Object.fromEntries(
      verdicts.map((verdict) => [verdict, own.filter((item) => item.verdict === verdict).length]),
    ),
  })
  const tenth = (of: (item: Item) => number | null) => (from: number) =>
    items.filter((item) => {
      const value = of(item)
      return value !== null && value >= from && (value < from + 0.0999999 || from === 0.9)
    })
  const inP = tenth((item) => item.p)
  const inR = tenth((item) => item.itemRest)
  const label = (from: number) => t('range', { from: text(from), to: text(from + 0.1) })
  const shared = {
    stacked: true,
    height: 220,
    series: verdicts.map((verdict) => ({
      key: verdict,
      label: t(`verdicts.${verdict}`),
      color: colors[verdict],
    })),
    format: { locale },
    empty: t('chartEmpty'),
  }
  return (
    <div className="grid gap-5 xl:grid-cols-2">
      <Panel title={t('difficultyChart')}>
        <BarChart
          {...shared}
          title={t('difficultyChart')}
          hideTitle
          summary={t('difficultySummary')}
          axes={{ x: t('difficultyAxis'), y: t('countAxis') }}
          labels={{ rows: t('difficultyAxis'), table: t('chartTable') }}
          rows={TENTHS.map((from) => row(label(from), inP(from)))}
        />
      </Panel>
      <Panel title={t('restChart')}>
        <BarChart
          {...shared}
          title={t('restChart')}
          hideTitle
          summary={t('restSummary')}
          axes={{ x: t('restAxis'), y: t('countAxis') }}
          labels={{ rows: t('restAxis'), table: t('chartTable') }}
          rows={[
            row(
              t('below'),
              items.filter((item) => item.itemRest !== null && item.itemRest < 0),
            ),
            ...TENTHS.slice(0, 8).map((from) => row(label(from), inR(from))),
          ]}
        />
      </Panel>
    </div>
  )
}
