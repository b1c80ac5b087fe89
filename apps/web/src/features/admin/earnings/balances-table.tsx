import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { earningsValue } from './earnings-query'

const columns = ['sold', 'takenBack', 'paidOut', 'held', 'underWay', 'available', 'owed'] as const

/** What each provider has earned in each currency, and how much of it cannot be taken back any more. */
export function BalancesTable({
  balances,
  formats,
}: {
  balances: AdminOutput['providers']['earnings']
  formats: Formats
}) {
  const t = useTranslations('adminMoney.earnings')
  return (
    <Table label={t('balances')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('provider')}</TableHead>
          {columns.map((column) => (
            <TableHead key={column} numeric>
              {t(column)}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {balances.map((row) => (
          <TableRow key={earningsValue(row)}>
            <TableCell>
              <Link href={`/admin/earnings?account=${earningsValue(row)}`}>
                {t('accountName', { provider: row.provider, currency: row.currency })}
              </Link>
            </TableCell>
            {columns.map((column) => (
              <TableCell key={column} numeric>
                {formats.money({ amountMinor: row[`${column}Minor`], currency: row.currency })}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
