import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import type { BookCheck } from './health'

/** The last comparison of the ledger with Stripe, currency by currency. */
export function BooksPanel({ check, formats }: { check: BookCheck | null; formats: Formats }) {
  const t = useTranslations('adminMoney.books')
  if (check === null) {
    return (
      <Panel title={t('title')}>
        <p className="text-muted-foreground text-sm">{t('never')}</p>
      </Panel>
    )
  }
  const money = (amountMinor: bigint, currency: string) => formats.money({ amountMinor, currency })
  return (
    <Panel
      title={t('title')}
      description={t('description', {
        from: formats.dateTime(check.periodStart),
        to: formats.dateTime(check.periodEnd),
        count: check.compared,
      })}
    >
      {check.sums.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('empty')}</p>
      ) : (
        <Table label={t('title')}>
          <TableHeader>
            <TableRow>
              <TableHead>{t('currency')}</TableHead>
              <TableHead numeric>{t('stripe')}</TableHead>
              <TableHead numeric>{t('ledger')}</TableHead>
              <TableHead numeric>{t('difference')}</TableHead>
              <TableHead numeric>{t('outside')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {check.sums.map(({ currency, stripeMinor, ledgerMinor, outsideMinor }) => (
              <TableRow key={currency}>
                <TableCell className="py-2">{currency}</TableCell>
                <TableCell numeric className="py-2">
                  {money(stripeMinor, currency)}
                </TableCell>
                <TableCell numeric className="py-2">
                  {money(ledgerMinor, currency)}
                </TableCell>
                <TableCell numeric className="py-2 font-medium">
                  {money(stripeMinor - ledgerMinor, currency)}
                </TableCell>
                <TableCell numeric className="py-2 text-muted-foreground">
                  {money(outsideMinor, currency)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  )
}
