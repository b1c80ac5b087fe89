import { Alert } from '@archway/ui/alert'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import { type Seller, SellerForm } from './seller-form'

/** One who sells: what is printed, and how far its numbers have come. */
export function SellerPanel({
  seller,
  countries,
  canEdit,
  formats,
}: {
  seller: Seller
  countries: { value: string; label: string }[]
  canEdit: boolean
  formats: Formats
}) {
  const t = useTranslations('adminMoney.sellers')
  const country = countries.find((choice) => choice.value === seller.country)?.label
  return (
    <Panel title={seller.name} description={seller.isDefault ? t('isDefault') : undefined}>
      {seller.address === '' ? (
        <Alert variant="warning" title={t('incomplete')}>
          {t('incompleteText')}
        </Alert>
      ) : null}
      {seller.series.length > 0 ? (
        <div className="grid gap-2">
          <h3 className="font-medium text-sm">{t('series')}</h3>
          <DataList layout="rows">
            {seller.series.map((series) => (
              <DataListItem
                key={`${series.kind} ${series.livemode}`}
                term={t(series.livemode ? `live.${series.kind}` : `test.${series.kind}`)}
              >
                {t('last', {
                  number: series.lastNumber,
                  date: series.lastIssuedAt ? formats.date(series.lastIssuedAt) : '–',
                })}
              </DataListItem>
            ))}
          </DataList>
        </div>
      ) : null}
      {canEdit ? (
        <SellerForm seller={seller} countries={countries} />
      ) : (
        <DataList layout="columns">
          <DataListItem term={t('field.address')}>
            <span className="whitespace-pre-line">{seller.address || '–'}</span>
          </DataListItem>
          <DataListItem term={t('field.country')}>{country ?? '–'}</DataListItem>
          <DataListItem term={t('field.taxNumber')}>{seller.taxNumber ?? '–'}</DataListItem>
          <DataListItem term={t('field.prefix')}>{seller.prefix}</DataListItem>
        </DataList>
      )}
    </Panel>
  )
}
