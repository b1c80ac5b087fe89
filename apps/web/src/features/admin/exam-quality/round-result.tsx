import type { PanelResult } from '@archway/api/psychometrics/schema'
import { BarChart } from '@archway/ui/bar-chart'
import { Stat } from '@archway/ui/stat'
import { useFormatter, useTranslations } from 'next-intl'
import { Panel } from '../panel'

/** What a closed round says: the cut score, how sure it is, and the judges’ own without their names. */
export function RoundResult({
  round,
  result,
  locale,
}: {
  round: 'first' | 'second'
  result: PanelResult
  locale: string
}) {
  const t = useTranslations('examQuality')
  const format = useFormatter()
  const decimals = (value: number) =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <Panel title={t('panels.result', { round })}>
      <div className="grid gap-4 md:grid-cols-3">
        <Stat
          label={t('panels.cut')}
          value={t('panels.cutOf', {
            cut: decimals(result.cutRaw),
            max: format.number(result.maxRaw),
          })}
        />
        <Stat
          label={t('panels.standardError')}
          value={t('panels.points', { points: decimals(result.standardError) })}
          hint={t('panels.standardErrorHint')}
        />
        <Stat
          label={t('panels.consistency')}
          value={result.consistency === null ? '–' : decimals(result.consistency)}
          hint={t('panels.consistencyHint')}
        />
      </div>
      <BarChart
        title={t('panels.judgesChart')}
        height={200}
        axes={{ x: t('panels.judgesAxis'), y: t('panels.pointsAxis') }}
        rows={result.judges.map((judge, at) => ({
          label: t('panels.judgeNumber', { number: at + 1 }),
          values: { cut: Math.round(judge.cutRaw * 100) },
        }))}
        series={[{ key: 'cut', label: t('panels.cut') }]}
        format={{ locale, exponent: 2, options: { maximumFractionDigits: 2 } }}
        labels={{ rows: t('panels.judge'), table: t('statistics.chartTable') }}
        empty={t('statistics.chartEmpty')}
      />
    </Panel>
  )
}
