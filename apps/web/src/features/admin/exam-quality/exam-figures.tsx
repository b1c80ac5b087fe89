import { smallestSample } from '@archway/api/psychometrics/rules/item-health'
import type { QualityFigures } from '@archway/api/psychometrics/schema'
import { Stat } from '@archway/ui/stat'
import { useFormatter, useTranslations } from 'next-intl'

/** The figures of an exam, each with what it means. */
export function ExamFigures({ figures }: { figures: QualityFigures }) {
  const t = useTranslations('examQuality.statistics')
  const format = useFormatter()
  const decimals = (value: number) =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const percent = (value: number) =>
    format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  const orFew = (value: number | null, text: (value: number) => string) =>
    value === null ? t('notYet') : text(value)
  const few = figures.reliability === null ? t('tooFew', { needed: smallestSample }) : null
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      <Stat label={t('sittings')} value={format.number(figures.n)} />
      <Stat label={t('passRate')} value={percent(figures.passRate)} />
      <Stat
        label={t('reliability')}
        value={orFew(figures.reliability, decimals)}
        hint={few ?? t('reliabilityHint')}
      />
      <Stat
        label={t('error')}
        value={orFew(figures.errorPercent, (value) => percent(value / 100))}
        hint={few ?? t('errorHint')}
      />
      <Stat
        label={t('agreement')}
        value={orFew(figures.agreement, percent)}
        hint={few ?? t('agreementHint', { kappa: orFew(figures.kappa, decimals) })}
      />
      <Stat label={t('exposed')} value={percent(figures.mostExposed)} hint={t('exposedHint')} />
    </div>
  )
}
