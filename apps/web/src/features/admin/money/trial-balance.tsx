import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Panel } from '../panel'
import type { MoneyHealth } from './health'

/** Every account of the ledger with its balance; those of a currency come to zero together. */
export function TrialBalance({
  accounts,
  formats,
}: {
  accounts: MoneyHealth['accounts']
  formats: Formats
}) {
  const t = useTranslations('adminMoney.trialBalance')
  const name = useTranslations('adminOperations.orders.ledger.accounts')
  const currencies = [...new Set(accounts.map((row) => row.currency))]
  if (currencies.length === 0) return null
  return (
    <Panel title={t('title')} description={t('description')}>
      <div className="grid gap-6 lg:grid-cols-2">
        {currencies.map((currency) => {
          const rows = accounts.filter((row) => row.currency === currency)
          const sum = rows.reduce((total, row) => total + row.amountMinor, 0n)
          return (
            <Table key={currency} label={t('table', { currency })}>
              <TableHeader>
                <TableRow>
                  <TableHead>{t('account', { currency })}</TableHead>
                  <TableHead numeric>{t('debit')}</TableHead>
                  <TableHead numeric>{t('credit')}</TableHead>
                </TableRow>
              </TableHeader>
              <TableBody>
                {rows.map(({ account, amountMinor }) => (
                  <TableRow key={account}>
                    <TableCell className="py-2">{name(account as 'stripe_balance')}</TableCell>
                    <TableCell numeric className="py-2">
                      {amountMinor > 0n ? formats.money({ amountMinor, currency }) : null}
                    </TableCell>
                    <TableCell numeric className="py-2">
                      {amountMinor < 0n
                        ? formats.money({ amountMinor: -amountMinor, currency })
                        : null}
                    </TableCell>
                  </TableRow>
                ))}
                <TableRow className="font-medium">
                  <TableCell className="py-2">{t('sum')}</TableCell>
                  <TableCell numeric className="py-2" colSpan={2}>
                    {formats.money({ amountMinor: sum, currency })}
                  </TableCell>
                </TableRow>
              </TableBody>
            </Table>
          )
        })}
      </div>
    </Panel>
  )
}
