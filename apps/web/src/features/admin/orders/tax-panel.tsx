import { Badge } from '@archway/ui/badge'
import { DataList, DataListItem } from '@archway/ui/data-list'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import { evidenceLooks } from '../tax/evidence-looks'
import type { AdminOrder } from './admin-order'

/** What the tax of an order was worked out by: where the buyer is, what speaks for it, and the tax number. */
export function TaxPanel({
  order,
  countries,
  formats,
}: {
  order: AdminOrder
  countries: { value: string; label: string }[]
  formats: Formats
}) {
  const t = useTranslations('adminTax.order')
  const { tax } = order
  if (order.taxReason === null) return null
  const nameOf = (code: string | null) =>
    countries.find((choice) => choice.value === code)?.label ?? code ?? '–'
  return (
    <Panel title={t('title')}>
      <DataList layout="columns" className="sm:[&>div]:grid-cols-[6rem_1fr]">
        <DataListItem term={t('reasonTerm')}>{t(`reason.${order.taxReason}`)}</DataListItem>
        <DataListItem term={t('country')}>
          {[nameOf(tax.buyerCountry), tax.buyerRegion, tax.buyerPostalCode]
            .filter((part) => part !== null)
            .join(', ')}
        </DataListItem>
        <DataListItem term={t('card')}>{nameOf(tax.cardCountry)}</DataListItem>
        <DataListItem term={t('network')}>{nameOf(tax.ipCountry)}</DataListItem>
        <DataListItem term={t('evidence')}>
          <Badge variant={evidenceLooks[tax.evidence]}>{t(`evidences.${tax.evidence}`)}</Badge>
        </DataListItem>
        {tax.taxNumber ? (
          <DataListItem term={t('number')}>
            <span className="break-all">{tax.taxNumber}</span>
            <span className="block text-muted-foreground">
              {t(`status.${tax.taxNumberStatus}`)}
            </span>
            {tax.check?.name ? <span className="block">{tax.check.name}</span> : null}
            {tax.check?.consultation ? (
              <span className="block text-muted-foreground">
                {t('consultation', {
                  number: tax.check.consultation,
                  at: formats.dateTime(tax.check.checkedAt),
                })}
              </span>
            ) : null}
          </DataListItem>
        ) : null}
      </DataList>
    </Panel>
  )
}
