import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'

/** The entries of a provider's statement with what is owed after each, between its two balances. */
export function EarningsTable({
  statement,
  currency,
  formats,
}: {
  statement: AdminOutput['providers']['earningsStatement']
  currency: string
  formats: Formats
}) {
  const t = useTranslations('adminMoney.earnings')
  const kind = useTranslations('adminOperations.orders.ledger.kind')
  const money = (amountMinor: bigint) => formats.money({ amountMinor, currency })
  const balanceRow = (label: string, amountMinor: bigint) => (
    <TableRow className="font-medium">
      <TableCell className="py-2" colSpan={3}>
        {label}
      </TableCell>
      <TableCell numeric className="py-2">
        {money(amountMinor)}
      </TableCell>
    </TableRow>
  )
  return (
    <Table label={t('statement')}>
      <TableHeader>
        <TableRow>
          <TableHead className="sm:w-40">{t('date')}</TableHead>
          <TableHead>{t('entry')}</TableHead>
          <TableHead numeric>{t('share')}</TableHead>
          <TableHead numeric>{t('owed')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {balanceRow(t('opening'), statement.openingMinor)}
        {statement.rows.map((row) => (
          <TableRow key={String(row.id)}>
            <TableCell className="py-2 tabular-nums sm:whitespace-nowrap">
              {formats.dateTime(row.occurredAt)}
            </TableCell>
            <TableCell className="min-w-36 py-2">
              {kind(row.kind as 'charge')}
              {row.orderNumber === null
                ? null
                : ` · ${t('order', { number: row.orderNumber, titles: row.titles.join(', ') })}`}
            </TableCell>
            <TableCell numeric className="py-2">
              {money(row.amountMinor)}
            </TableCell>
            <TableCell numeric className="py-2">
              {money(row.balanceMinor)}
            </TableCell>
          </TableRow>
        ))}
        {balanceRow(t('closing'), statement.closingMinor)}
      </TableBody>
    </Table>
  )
}
