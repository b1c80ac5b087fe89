import { useFormatter, useTranslations } from 'next-intl'
import type { Home } from './loaders'

/** What can be counted, counted: nothing here is typed in by hand. */
export function Proof({ catalogue: { counts }, facts }: Pick<Home, 'catalogue' | 'facts'>) {
  const t = useTranslations('home.proof')
  const format = useFormatter()
  const points = [
    {
      key: 'offerings',
      value: counts.offerings,
      label: t('offerings', { count: counts.offerings }),
    },
    {
      key: 'providers',
      value: counts.providers,
      label: t('providers', { count: counts.providers }),
    },
    { key: 'skills', value: counts.skills, label: t('skills', { count: counts.skills }) },
    {
      key: 'facts',
      value: facts.total,
      label: `${t('facts', { count: facts.total })}, ${t('overdue', { count: facts.overdue })}`,
    },
  ].filter((point) => point.value > 0)
  if (points.length === 0) return null
  return (
    <section aria-label={t('label')} className="border-border border-y">
      <dl className="grid grid-cols-2 gap-px bg-border lg:grid-cols-4">
        {points.map((point) => (
          <div
            key={point.key}
            className="flex flex-col-reverse justify-end bg-background py-6 pe-4 even:ps-4 sm:pe-6 sm:even:ps-6 lg:ps-6 lg:first:ps-0"
          >
            <dt className="mt-1 max-w-56 text-muted-foreground text-sm">{point.label}</dt>
            <dd className="font-display text-3xl tabular-nums">{format.number(point.value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
