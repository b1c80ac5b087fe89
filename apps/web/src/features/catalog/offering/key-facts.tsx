import type { OfferingPage } from '@archway/api/catalog/schema/search'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { useLocale, useTranslations } from 'next-intl'
import { offeringDurationText } from '../offering-duration'

const shownLanguages = 3

/** Level, duration, effort and languages in short. */
export function KeyFacts({ offering }: { offering: OfferingPage }) {
  const t = useTranslations('catalog.offering')
  const card = useTranslations('offeringCard')
  const common = useTranslations('common')
  const locale = useLocale()
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const { languages, workloadHours, hoursPerWeek } = offering
  const duration = offering.duration
    ? offeringDurationText({ duration: offering.duration, workloadHours: null }, card, locale)
    : null
  const named = languages.map((language) => names.of(language) ?? language)
  const first = named.slice(0, shownLanguages).join(', ')
  return (
    <DataList>
      <DataListItem term={t('level')}>{common(`level.${offering.level}`)}</DataListItem>
      {duration ? <DataListItem term={t('duration')}>{duration}</DataListItem> : null}
      {workloadHours === null && hoursPerWeek === null ? null : (
        <DataListItem term={t('workload')}>
          {workloadHours === null ? null : (
            <span className="block">{t('workloadHours', { count: workloadHours })}</span>
          )}
          {hoursPerWeek === null ? null : (
            <span className="block">{t('workloadWeekly', { count: hoursPerWeek })}</span>
          )}
        </DataListItem>
      )}
      {named.length > 0 ? (
        <DataListItem term={t('languages')}>
          {named.length > shownLanguages + 1
            ? t('languageMore', { first, count: named.length - shownLanguages })
            : named.join(', ')}
        </DataListItem>
      ) : null}
    </DataList>
  )
}
