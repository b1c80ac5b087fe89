import type { AdminOffering } from '@archway/api/catalog/reads/admin-get'
import { formatMoney } from '@archway/api/shared/money'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Panel } from '../panel'

/** An offering for those who may look but not edit. */
export function OfferingFacts({ offering }: { offering: AdminOffering }) {
  const t = useTranslations('adminCatalog.offerings')
  const format = useFormatter()
  const locale = useLocale()
  const names = (list: { name: string }[]) => list.map(({ name }) => name).join(', ') || '–'
  return (
    <div className="max-w-4xl">
      <Panel title={t('part.basics')}>
        <DataList layout="columns">
          <DataListItem term={t('field.provider')}>{offering.provider.name}</DataListItem>
          <DataListItem term={t('field.summary')}>{offering.summary || '–'}</DataListItem>
          <DataListItem term={t('field.level')}>{t(`level.${offering.level}`)}</DataListItem>
          <DataListItem term={t('field.topics')}>{names(offering.topics)}</DataListItem>
          <DataListItem term={t('field.skills')}>{names(offering.skills)}</DataListItem>
          <DataListItem term={t('part.people')}>{names(offering.people)}</DataListItem>
          <DataListItem term={t('part.prices')}>
            {offering.activePrices
              .map((price) => `${formatMoney(price, locale)} (${t(`period.${price.period}`)})`)
              .join(', ') || '–'}
          </DataListItem>
          <DataListItem term={t('column.updatedAt')}>
            {format.dateTime(offering.updatedAt, { dateStyle: 'medium', timeStyle: 'short' })}
          </DataListItem>
        </DataList>
      </Panel>
    </div>
  )
}
