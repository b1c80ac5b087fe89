import { Section } from '@archway/ui/section'
import { useTranslations } from 'next-intl'

const steps = ['role', 'gap', 'learn', 'prove'] as const

/** How one gets from a role to the proof of it. */
export function Steps() {
  const t = useTranslations('home.steps')
  return (
    <Section title={t('heading')}>
      <ol className="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map((step, index) => (
          <li key={step} className="border-foreground border-t-2 pt-4">
            <p
              aria-hidden="true"
              className="font-display text-muted-foreground text-xl tabular-nums"
            >
              {index + 1}
            </p>
            <h3 className="mt-3 font-semibold text-lg">{t(`${step}.title`)}</h3>
            <p className="mt-2 text-muted-foreground">{t(`${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
