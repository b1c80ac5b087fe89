import { Badge } from '@archway/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../../admin-output'

type Past = AdminOutput['catalog']['adminPrices']['prices'][number]

/** Every one-time price, currency by currency, the newest first. */
export function PriceHistory({ prices, formats }: { prices: Past[]; formats: Formats }) {
  const t = useTranslations('adminCatalog.prices')
  if (prices.length === 0) return <p className="text-muted-foreground text-sm">{t('noHistory')}</p>
  return (
    <Table label={t('history')}>
      <TableHeader>
        <TableRow>
          <TableHead numeric>{t('amount')}</TableHead>
          <TableHead>{t('from')}</TableHead>
          <TableHead>{t('until')}</TableHead>
          <TableHead>{t('state')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {prices.map((price) => (
          <TableRow key={price.id}>
            <TableCell numeric>{formats.money(price)}</TableCell>
            <TableCell>{formats.dateTime(price.validFrom)}</TableCell>
            <TableCell>{price.validTo ? formats.dateTime(price.validTo) : t('now')}</TableCell>
            <TableCell>
              {price.isOffer ? <Badge variant="outline">{t('offer')}</Badge> : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
