import { type NextAttempt, nextAttempt } from '@archway/api/schemes/rules/next-attempt'
import { renewalDates } from '@archway/api/schemes/rules/renewal-dates'
import type { Scheme, Sitting } from '@archway/api/schemes/schema/scheme'
import { Section } from '@archway/ui/section'
import { useFormatter, useTranslations } from 'next-intl'
import { CostTable } from './cost-table'

type Props = { scheme: Scheme; sittings: readonly Sitting[]; today: string }

/** What the rules mean for these days: the next sitting, how long it holds, and what it costs. */
export function CalculatorAnswer({ scheme, sittings, today }: Props) {
  const t = useTranslations('schemes.calculator')
  const next = nextAttempt(scheme.document, sittings, today)
  const hasPassed = sittings.some((sitting) => sitting.hasPassed)
  // Who has not passed yet is reckoned to pass at the next sitting.
  const passedOn =
    sittings.find((sitting) => sitting.hasPassed)?.on ?? (next.type === 'from' ? next.on : today)
  const days = [...sittings.map(({ on }) => on), ...(hasPassed ? [] : [passedOn])]
    .filter((on) => on <= passedOn)
    .sort()
  return (
    <div className="grid gap-10" aria-live="polite">
      <Section title={t('next')} headingId="next">
        <Next answer={next} today={today} />
      </Section>
      <Section
        title={t('holds')}
        headingId="holds"
        description={hasPassed ? undefined : t('ifPassed')}
      >
        <Holds scheme={scheme} passedOn={passedOn} />
      </Section>
      <Section title={t('cost')} headingId="cost" description={t('costDescription')}>
        <CostTable document={scheme.document} days={days} />
      </Section>
    </div>
  )
}

function useDay() {
  const format = useFormatter()
  return (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'long' })
}

function Next({ answer, today }: { answer: NextAttempt; today: string }) {
  const t = useTranslations('schemes.calculator')
  const day = useDay()
  if (answer.type !== 'from') {
    return (
      <div>
        <p className="font-display text-2xl">{t(answer.type)}</p>
        <p className="mt-1 text-muted-foreground">{t(`${answer.type}Description`)}</p>
      </div>
    )
  }
  return (
    <div>
      <p className="font-display text-2xl">
        {answer.on === today ? t('now') : t('from', { date: day(answer.on) })}
      </p>
      <p className="mt-1 text-muted-foreground">{t(`because.${answer.because}`)}</p>
    </div>
  )
}

function Holds({ scheme, passedOn }: { scheme: Scheme; passedOn: string }) {
  const t = useTranslations('schemes.calculator')
  const day = useDay()
  const dates = renewalDates(scheme.document, passedOn)
  if (dates === null) return <p>{t('unknownDescription')}</p>
  if (dates.validUntil === null) return <p className="font-display text-2xl">{t('forLife')}</p>
  return (
    <div>
      <p className="font-display text-2xl">{t('validUntil', { date: day(dates.validUntil) })}</p>
      <ul className="mt-1 text-muted-foreground">
        {dates.opensOn === null ? null : <li>{t('opensOn', { date: day(dates.opensOn) })}</li>}
        {dates.closesOn === null ? null : <li>{t('closesOn', { date: day(dates.closesOn) })}</li>}
      </ul>
    </div>
  )
}
