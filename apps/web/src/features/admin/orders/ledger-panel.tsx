import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Id } from '../id'
import { Panel } from '../panel'
import type { AdminOrder } from './admin-order'
import { currencySums } from './currency-sums'

type Ledger = NonNullable<AdminOrder['ledger']>

/** The books of an order, transaction by transaction, each with the proof that it balances. */
export function LedgerPanel({ ledger, formats }: { ledger: Ledger; formats: Formats }) {
  const t = useTranslations('adminOperations.orders.ledger')
  return (
    <Panel title={t('title')} description={t('description')}>
      {ledger.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('empty')}</p>
      ) : (
        <div className="grid gap-6">
          {ledger.map((posting) => (
            <Posting key={posting.id} posting={posting} formats={formats} />
          ))}
        </div>
      )}
    </Panel>
  )
}

function Posting({ posting, formats }: { posting: Ledger[number]; formats: Formats }) {
  const t = useTranslations('adminOperations.orders.ledger')
  const sums = currencySums(posting.entries)
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <h3 className="font-medium">{t(`kind.${posting.kind}`)}</h3>
        <span className="flex flex-wrap gap-x-3 text-muted-foreground">
          <Id value={posting.externalId} />
          <span className="tabular-nums">{formats.dateTime(posting.occurredAt)}</span>
        </span>
      </div>
      <Table label={t('tableOf', { kind: t(`kind.${posting.kind}`) })}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('account')}</TableHead>
            <TableHead numeric className="w-20 sm:w-28">
              {t('debit')}
            </TableHead>
            <TableHead numeric className="w-20 sm:w-28">
              {t('credit')}
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {posting.entries.map((entry) => (
            <TableRow key={`${entry.account} ${entry.provider} ${entry.currency}`}>
              <TableCell className="py-2">
                {t(`accounts.${entry.account}`)}
                {entry.provider ? (
                  <span className="text-muted-foreground"> · {entry.provider}</span>
                ) : null}
              </TableCell>
              <TableCell numeric className="py-2">
                {entry.amountMinor > 0n ? formats.money(entry) : null}
              </TableCell>
              <TableCell numeric className="py-2">
                {entry.amountMinor < 0n
                  ? formats.money({ ...entry, amountMinor: -entry.amountMinor })
                  : null}
              </TableCell>
            </TableRow>
          ))}
          {sums.map((sum) => (
            <TableRow key={sum.currency} className="font-medium">
              <TableCell className="py-2 text-muted-foreground">
                {sum.debitMinor === sum.creditMinor ? (
                  t('balanced')
                ) : (
                  <span className="text-danger">{t('unbalanced')}</span>
                )}
              </TableCell>
              <TableCell numeric className="py-2">
                {formats.money({ amountMinor: sum.debitMinor, currency: sum.currency })}
              </TableCell>
              <TableCell numeric className="py-2">
                {formats.money({ amountMinor: sum.creditMinor, currency: sum.currency })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
