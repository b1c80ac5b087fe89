import { type PayGroup, payByRegion } from '@archway/api/careers/rules/pay-by-region'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { regionName } from '../fact-text'
import { FactValue } from '../fact-value'
import type { NotedFact, NotedFacts } from '../noted-facts'
import { GuidePart } from './guide-section'

/** Pay by region: one table per region and currency, each row with its range drawn on that region's axis. */
export function PayChart({ facts }: { facts: NotedFacts }) {
  const t = useTranslations('careers')
  const groups = payByRegion([...facts.values()].map(({ fact }) => fact))
  if (groups.length === 0) return null
  return (
    <GuidePart id="pay-by-region" title={t('pay.title')} description={t('pay.description')}>
      <div className="grid gap-8">
        {groups.map((group) => (
          <PayTable
            key={[group.region, group.currency, group.period].join()}
            group={group}
            facts={facts}
          />
        ))}
      </div>
    </GuidePart>
  )
}

function PayTable({ group, facts }: { group: PayGroup; facts: NotedFacts }) {
  const t = useTranslations('careers')
  const format = useFormatter()
  const locale = useLocale()
  const region = regionName(group.region, locale, {
    world: t('regions.WORLD'),
    none: t('regions.none'),
  })
  const share = (value: number) => (value / group.axisMax) * 100
  const ticks = [0, 0.5, 1].map((part) => ({
    part,
    text: format.number(part * group.axisMax, { notation: 'compact' }),
  }))
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="pb-2 text-start font-medium">
        {t('pay.caption', { region, currency: group.currency, period: group.period })}
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('pay.what')}</th>
          <th scope="col">{t('pay.range')}</th>
          <th scope="col">{t('pay.figure')}</th>
        </tr>
      </thead>
      <tbody className="border-border border-t">
        {group.facts.map((fact) => {
          const noted = facts.get(fact.key)
          return noted ? (
            <PayRow
              key={fact.key}
              noted={noted}
              from={share(fact.valueLow)}
              to={share(fact.valueHigh)}
            />
          ) : null
        })}
      </tbody>
      <tfoot aria-hidden="true" className="text-muted-foreground text-xs">
        <tr className="block sm:table-row">
          <td className="hidden sm:table-cell" />
          <td className="block pt-1.5 sm:table-cell sm:pe-4">
            <span className="flex justify-between tabular-nums">
              {ticks.map((tick) => (
                <span key={tick.part}>{tick.text}</span>
              ))}
            </span>
          </td>
          <td className="hidden sm:table-cell" />
        </tr>
      </tfoot>
    </table>
  )
}

function PayRow({ noted, from, to }: { noted: NotedFact; from: number; to: number }) {
  return (
    <tr className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-border border-b py-3 sm:table-row">
      <th scope="row" className="text-start align-middle font-normal sm:w-[36%] sm:py-2.5 sm:pe-4">
        {noted.fact.label}
        <span className="block text-muted-foreground text-xs">{noted.fact.sourcePublisher}</span>
      </th>
      <td className="order-last col-span-2 pt-2 align-middle sm:pt-0 sm:pe-4">
        <RangeBar from={from} to={to} />
      </td>
      <td className="text-end align-middle font-semibold tabular-nums sm:w-[11.5rem]">
        <FactValue noted={noted} />
      </td>
    </tr>
  )
}

/** A range (or a single value, as a dot) on an axis from 0 to 100. The figure stands beside it in words. */
function RangeBar({ from, to }: { from: number; to: number }) {
  const isPoint = from === to
  return (
    <svg aria-hidden="true" width="100%" height="14" className="block overflow-visible">
      <rect y="6" width="100%" height="2" rx="1" className="fill-border" />
      <rect x="50%" y="3" width="1" height="8" className="fill-border-strong" />
      {isPoint ? (
        <circle cx={`${to}%`} cy="7" r="6" className="fill-chart-1" />
      ) : (
        <rect
          x={`${from}%`}
          y="2"
          width={`${to - from}%`}
          height="10"
          rx="5"
          className="fill-chart-1"
        />
      )}
    </svg>
  )
}
