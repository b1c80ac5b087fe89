import type { Money } from '@archway/api/shared/money'
import { Stat, type StatDelta } from '@archway/ui/stat'
import { useFormatter, useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { compare, shareOf } from './compare'

type Overview = AdminOutput['orders']['adminOverview']

/** The figures of the period, each with its change from the one before. */
export function Stats({
  overview,
  currency,
  formats,
}: {
  overview: Overview
  currency: string | null
  formats: Formats
}) {
  const t = useTranslations('adminOperations.overview')
  const format = useFormatter()
  const { now, before } = overview.totals
  const percent = (value: number) =>
    format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  const delta = (current: number, previous: number): StatDelta | undefined => {
    const change = compare(current, previous)
    if (!change) return undefined
    return {
      direction: change.direction,
      tone: change.tone,
      text: format.number(change.ratio, {
        style: 'percent',
        maximumFractionDigits: 0,
        signDisplay: 'exceptZero',
      }),
      label: t('thanBefore'),
    }
  }
  const revenue = overview.revenue?.find((row) => row.currency === currency)
  const completion = shareOf(now.completed, now.enrolments)
  const completionBefore = shareOf(before.completed, before.enrolments)
  const money = (amountMinor: bigint, code: string): string =>
    formats.money({ amountMinor, currency: code } satisfies Money)
  const own =
    overview.ownShare?.find((share) => share.currency === currency) ?? overview.ownShare?.[0]
  const ownShareHint = (shown: { currency: string }) => {
    const others = overview.ownShare?.filter((share) => share.currency !== shown.currency) ?? []
    if (others.length === 0) return t('ownShareHint')
    return t('ownShareOthers', {
      amounts: format.list(others.map((share) => money(share.amountMinor, share.currency))),
    })
  }
  return (
    <div className="flex flex-wrap gap-4 *:min-w-0 *:flex-1 *:basis-36 sm:*:basis-44">
      {overview.revenue === null ? null : (
        <Stat
          className="max-sm:basis-full"
          label={t('netRevenue')}
          value={revenue ? money(revenue.netMinor, revenue.currency) : '–'}
          delta={
            revenue ? delta(Number(revenue.netMinor), Number(revenue.previousNetMinor)) : undefined
          }
          hint={
            revenue
              ? t('gross', { amount: money(revenue.grossMinor, revenue.currency) })
              : t('noRevenue')
          }
        />
      )}
      {own ? (
        <Stat
          label={t('ownShare')}
          value={money(own.amountMinor, own.currency)}
          delta={delta(Number(own.amountMinor), Number(own.previousMinor))}
          hint={ownShareHint(own)}
        />
      ) : null}
      <Stat
        label={t('orders')}
        value={format.number(now.orders)}
        delta={delta(now.orders, before.orders)}
        hint={t('ordersHint')}
      />
      <Stat
        label={t('enrolments')}
        value={format.number(now.enrolments)}
        delta={delta(now.enrolments, before.enrolments)}
        hint={t('signUpsHint', { count: now.signUps })}
      />
      <Stat
        label={t('completion')}
        value={completion === null ? '–' : percent(completion)}
        delta={
          completion === null || completionBefore === null
            ? undefined
            : delta(completion, completionBefore)
        }
        hint={t('completionHint')}
      />
    </div>
  )
}
