import { Stat } from '@archway/ui/stat'
import { useFormatter, useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'

type Overview = AdminOutput['subscriptions']['adminOverview']

/** How memberships stand, and what those that renew bring in a month, currency by currency. */
export function OverviewFigures({ overview, formats }: { overview: Overview; formats: Formats }) {
  const t = useTranslations('adminSubscriptions.figures')
  const format = useFormatter()
  const [first, ...others] = overview.recurring
  return (
    <div className="mb-6 flex flex-wrap gap-4 *:min-w-0 *:flex-1 *:basis-36 sm:*:basis-40">
      <Stat
        className="max-sm:basis-full"
        label={t('recurring')}
        value={first ? formats.money(first) : '–'}
        hint={
          others.length === 0
            ? t('recurringHint')
            : t('recurringOthers', { amounts: format.list(others.map(formats.money)) })
        }
      />
      <Stat
        label={t('active')}
        value={format.number(overview.active)}
        hint={t('cancelling', { count: overview.cancelling })}
      />
      <Stat label={t('trialing')} value={format.number(overview.trialing)} />
      <Stat
        label={t('pastDue')}
        value={format.number(overview.pastDue)}
        hint={t('paused', { count: overview.paused })}
      />
      <Stat label={t('churned')} value={format.number(overview.churned)} hint={t('churnedHint')} />
    </div>
  )
}
