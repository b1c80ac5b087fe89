import { smallestDifGroup } from '@archway/api/psychometrics/rules/differential-functioning'
import type { PublicLabel } from '@archway/api/psychometrics/rules/quality-label'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { Section } from '@archway/ui/section'
import { useFormatter, useTranslations } from 'next-intl'

/** How well an exam measures, in figures that the field knows; withheld while too few have sat it. */
export function QualityLabel({ label }: { label: PublicLabel & { asOf: Date } }) {
  const t = useTranslations('examQuality.label')
  const format = useFormatter()
  const date = format.dateTime(label.asOf, { dateStyle: 'medium', timeZone: 'UTC' })
  if (label.isWithheld) {
    return (
      <Section title={t('title')} headingId="quality">
        <p className="text-muted-foreground">
          {t('withheld', { needed: label.needed, n: label.n })}
        </p>
      </Section>
    )
  }
  const decimals = (value: number | null) =>
    value === null ? '–' : format.number(value, { maximumFractionDigits: 2 })
  const percent = (value: number | null) =>
    value === null ? '–' : format.number(value * 100, { maximumFractionDigits: 0 })
  return (
    <Section title={t('title')} headingId="quality" description={t('description', { date })}>
      <DataList
        layout="columns"
        className="gap-y-0 border-border border-t text-base [&>div]:border-border [&>div]:border-b [&>div]:py-3"
      >
        <DataListItem term={t('n')}>{format.number(label.n)}</DataListItem>
        <DataListItem term={t('reliability')}>
          {t('reliabilityText', { value: decimals(label.reliability) })}
        </DataListItem>
        <DataListItem term={t('error')}>
          {t('errorText', { value: decimals(label.errorPercent) })}
        </DataListItem>
        {label.agreement === null ? null : (
          <DataListItem term={t('agreement')}>
            {t('agreementText', { value: percent(label.agreement) })}
          </DataListItem>
        )}
        <DataListItem term={t('items')}>{t('itemsText', label.items)}</DataListItem>
        <DataListItem term={t('dif')}>
          {label.dif ? t('difText', label.dif) : t('difNone', { needed: smallestDifGroup })}
        </DataListItem>
        <DataListItem term={t('exposure')}>
          {t('exposureText', { value: percent(label.mostExposed) })}
        </DataListItem>
      </DataList>
    </Section>
  )
}
