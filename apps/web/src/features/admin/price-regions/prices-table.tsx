import { Badge } from '@archway/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { EndPrice } from './end-price'
import type { PriceRegion } from './region-form'

const looks = { valid: 'success', planned: 'accent', over: 'neutral' } as const

/** The prices of a region: those that hold, those that are planned, and those that are over. */
export function PricesTable({
  region,
  formats,
  canEdit,
}: {
  region: PriceRegion
  formats: Formats
  canEdit: boolean
}) {
  const t = useTranslations('adminPriceRegions')
  return (
    <Table label={t('prices')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('offering')}</TableHead>
          <TableHead numeric>{t('price')}</TableHead>
          <TableHead numeric>{t('lowest')}</TableHead>
          <TableHead>{t('time')}</TableHead>
          <TableHead>{t('state')}</TableHead>
          {canEdit ? <TableHead>{t('action')}</TableHead> : null}
        </TableRow>
      </TableHeader>
      <TableBody>
        {region.prices.map(({ currency, ...price }) => (
          <TableRow key={price.id}>
            <TableCell className="min-w-40 py-2">
              <Link
                href={`/admin/${price.sold.kind === 'bundle' ? 'bundles' : 'offerings'}/${price.sold.id}`}
              >
                {price.sold.title}
              </Link>
              {price.sold.kind === 'bundle' || price.sold.kind === 'certification' ? (
                <span className="block text-muted-foreground">{t(`of.${price.sold.kind}`)}</span>
              ) : null}
            </TableCell>
            <TableCell numeric className="py-2">
              {formats.money({ amountMinor: price.amountMinor, currency })}
            </TableCell>
            <TableCell numeric className="py-2">
              {price.lowestBeforeMinor === null
                ? '–'
                : formats.money({ amountMinor: price.lowestBeforeMinor, currency })}
            </TableCell>
            <TableCell className="whitespace-nowrap py-2">
              <span className="block">{formats.dateTime(price.validFrom)}</span>
              {price.validTo ? (
                <span className="block text-muted-foreground">
                  {t('until', { at: formats.dateTime(price.validTo) })}
                </span>
              ) : null}
            </TableCell>
            <TableCell className="py-2">
              <Badge variant={looks[price.state]}>{t(`states.${price.state}`)}</Badge>
            </TableCell>
            {canEdit ? (
              <TableCell className="py-2">
                {price.state === 'over' ? null : <EndPrice id={price.id} regionId={region.id} />}
              </TableCell>
            ) : null}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
