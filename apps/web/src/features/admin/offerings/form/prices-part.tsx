'use client'

import type { AdminOffering } from '@archway/api/catalog/reads/admin-get'
import { pricePeriods } from '@archway/api/catalog/schema/vocabulary'
import { formatMoney } from '@archway/api/shared/money'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { ChoiceLine } from '../../editor/choice-line'
import { newRowId, RowList } from '../../editor/row-list'
import { TextLine } from '../../editor/text-line'
import type { PartProps } from './part-props'

/** What it costs from now on, per currency, and what it cost before. */
export function PricesPart({
  draft: { values, set, error },
  history,
}: PartProps & { history: AdminOffering['prices'] }) {
  const t = useTranslations('adminCatalog.offerings')
  const options = pricePeriods.map((value) => ({ value, label: t(`period.${value}`) }))
  const general = error('prices')
  return (
    <>
      <p className="text-muted-foreground text-sm">{t('pricesRule')}</p>
      {general ? (
        <p role="alert" className="text-danger text-sm">
          {general}
        </p>
      ) : null}
      <RowList
        items={values.prices}
        onChange={(prices) => set('prices', prices)}
        nameOf={(row, index) => row.currency || t('price', { number: index + 1 })}
        emptyText={t('noPrices')}
        add={{
          label: t('addPrice'),
          create: () => ({
            id: newRowId(),
            currency: '',
            amount: '',
            period: 'one_time' as const,
            note: '',
          }),
          max: 20,
        }}
      >
        {(row, change, index) => (
          <div className="grid gap-4 sm:grid-cols-[6rem_8rem_10rem_minmax(0,1fr)]">
            <TextLine
              label={t('field.currency')}
              error={error(`prices.${index}.currency`)}
              maxLength={3}
              value={row.currency}
              onChange={(currency) => change({ currency: currency.toUpperCase() })}
            />
            <TextLine
              label={t('field.amount')}
              error={error(`prices.${index}.amountMinor`)}
              inputMode="decimal"
              placeholder="49.00"
              value={row.amount}
              onChange={(amount) => change({ amount })}
            />
            <ChoiceLine
              label={t('field.period')}
              value={row.period}
              options={options}
              onChange={(period) => change({ period })}
            />
            <TextLine
              label={t('field.note')}
              error={error(`prices.${index}.note`)}
              value={row.note}
              onChange={(note) => change({ note })}
            />
          </div>
        )}
      </RowList>
      <PriceHistory prices={history.filter(({ validTo }) => validTo !== null)} />
    </>
  )
}

function PriceHistory({ prices }: { prices: AdminOffering['prices'] }) {
  const t = useTranslations('adminCatalog.offerings')
  const format = useFormatter()
  const locale = useLocale()
  if (prices.length === 0) return null
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-link">
        {t('endedPrices', { count: prices.length })}
      </summary>
      <div className="mt-3 rounded-lg border border-border">
        <Table label={t('endedPrices', { count: prices.length })}>
          <TableHeader>
            <TableRow>
              <TableHead numeric>{t('field.amount')}</TableHead>
              <TableHead>{t('field.period')}</TableHead>
              <TableHead>{t('from')}</TableHead>
              <TableHead>{t('until')}</TableHead>
              <TableHead>{t('field.note')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {prices.map((price) => (
              <TableRow key={price.id}>
                <TableCell numeric>{formatMoney(price, locale)}</TableCell>
                <TableCell>{t(`period.${price.period}`)}</TableCell>
                <TableCell>{day(price.validFrom)}</TableCell>
                <TableCell>{price.validTo ? day(price.validTo) : null}</TableCell>
                <TableCell>{price.note}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </details>
  )
}
