import { FunnelChart } from '@archway/ui/funnel-chart'
import { useFormatter, useTranslations } from 'next-intl'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { shareOf } from './compare'

type Funnel = AdminOutput['orders']['adminOverview']['funnel']

const stages = [
  'signedUp',
  'verified',
  'checkoutStarted',
  'paid',
  'startedLearning',
  'completed',
] as const satisfies (keyof Funnel)[]

/** How far the people came who signed up in the period. */
export function FunnelPanel({ funnel }: { funnel: Funnel }) {
  const t = useTranslations('adminOperations.overview')
  const format = useFormatter()
  return (
    <Panel title={t('funnel')} description={t('funnelHint')}>
      <FunnelChart
        title={t('funnel')}
        empty={t('noFunnel')}
        stages={stages.map((stage, index) => {
          const before = stages[index - 1]
          const share = before ? shareOf(funnel[stage], funnel[before]) : null
          return {
            id: stage,
            label: t(`stage.${stage}`),
            value: funnel[stage],
            valueText: format.number(funnel[stage]),
            stepText:
              share === null
                ? undefined
                : t('ofStageBefore', {
                    share: format.number(share, { style: 'percent', maximumFractionDigits: 0 }),
                  }),
          }
        })}
      />
    </Panel>
  )
}
