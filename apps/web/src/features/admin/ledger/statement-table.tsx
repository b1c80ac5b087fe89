import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Id } from '../id'

type Statement = AdminOutput['payments']['adminLedgerStatement']

/** The entries of an account with what stands there after each, between its two balances. */
export function StatementTable({
  statement,
  currency,
  formats,
}: {
  statement: Statement
  currency: string
  formats: Formats
}) {
  const t = useTranslations('adminMoney.ledger')
  const kind = useTranslations('adminOperations.orders.ledger.kind')
  const money = (amountMinor: bigint) => formats.money({ amountMinor, currency })
  const balanceRow = (
    label: string,
    amountMinor: bigint,
    sums?: ['debit' | 'credit', bigint][],
  ) => (
    <TableRow className="font-medium">
      <TableCell className="py-2" colSpan={2}>
        {label}
      </TableCell>
      {(['debit', 'credit'] as const).map((side) => (
        <TableCell key={side} numeric className="py-2">
          {sums ? money(sums.find(([name]) => name === side)?.[1] ?? 0n) : null}
        </TableCell>
      ))}
      <TableCell numeric className="py-2">
        {money(amountMinor)}
      </TableCell>
    </TableRow>
  )
  return (
    <Table label={t('table')}>
      <TableHeader>
        <TableRow>
          <TableHead className="sm:w-40">{t('date')}</TableHead>
          <TableHead className="min-w-56">{t('entry')}</TableHead>
          <TableHead numeric>{t('debit')}</TableHead>
          <TableHead numeric>{t('credit')}</TableHead>
          <TableHead numeric>{t('balance')}</TableHead>
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
              <span className="flex flex-wrap items-baseline gap-x-3">
                <span>{kind(row.kind as 'charge')}</span>
                {row.orderId ? (
                  <Link href={`/admin/orders/${row.orderId}`} className="tabular-nums">
                    {t('order', { number: row.orderNumber ?? 0 })}
                  </Link>
                ) : null}
                {row.owner ? <span className="text-muted-foreground">{row.owner}</span> : null}
                <Id value={row.externalId} />
              </span>
            </TableCell>
            <TableCell numeric className="py-2">
              {row.amountMinor > 0n ? money(row.amountMinor) : null}
            </TableCell>
            <TableCell numeric className="py-2">
              {row.amountMinor < 0n ? money(-row.amountMinor) : null}
            </TableCell>
            <TableCell numeric className="py-2">
              {money(row.balanceMinor)}
            </TableCell>
          </TableRow>
        ))}
        {balanceRow(t('closing'), statement.closingMinor, [
          ['debit', statement.debitMinor],
          ['credit', statement.creditMinor],
        ])}
      </TableBody>
    </Table>
  )
}
