import { measuredErrors, measuredPlan } from '@archway/api/integrity/rules/measured-errors'
import { simulatedExam } from '@archway/api/integrity/rules/simulate-sittings'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { useFormatter, useTranslations } from 'next-intl'
import { Panel } from '../panel'

/** How often the rules are wrong about simulated candidates, beside the cases that they propose. */
export function ErrorRatesPanel() {
  const t = useTranslations('examQuality.cases')
  const format = useFormatter()
  const { honest, informed, copyingPairs, seed } = measuredPlan
  const rate = (count: number, of: number) =>
    t('rateOf', {
      count,
      of,
      percent: format.number((100 * count) / of, { maximumFractionDigits: 2 }),
    })
  return (
    <Panel
      title={t('rates')}
      description={t('ratesText', {
        honest,
        informed,
        seed: `${seed}`,
        items: simulatedExam.items,
      })}
    >
      <DataList>
        <DataListItem term={t('rateHonestFlag')}>
          {rate(measuredErrors.honestFlagged, honest)}
        </DataListItem>
        <DataListItem term={t('rateHonestCase')}>
          {rate(measuredErrors.honestProposed, honest)}
        </DataListItem>
        <DataListItem term={t('rateInformedCase')}>
          {rate(measuredErrors.informedProposed, informed)}
        </DataListItem>
        <DataListItem term={t('rateInformedCaseWithout')}>
          {rate(measuredErrors.informedProposedWithoutTrojans, informed)}
        </DataListItem>
        <DataListItem term={t('rateCopiers')}>
          {rate(measuredErrors.copiersFlagged, 2 * copyingPairs)}
        </DataListItem>
      </DataList>
      <p className="text-muted-foreground text-sm">{t('limits')}</p>
    </Panel>
  )
}
