import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Id } from '../id'
import { Panel } from '../panel'
import type { BookCheck } from './health'

/** Money on which Stripe and the ledger disagree, object by object, the oldest first. */
export function DifferencesPanel({ check, formats }: { check: BookCheck; formats: Formats }) {
  const t = useTranslations('adminMoney.differences')
  return (
    <Panel
      title={t('title', { count: check.differenceCount })}
      description={
        check.differenceCount > check.differences.length
          ? t('shown', { count: check.differences.length })
          : t('description')
      }
    >
      <Table label={t('table')}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('what')}</TableHead>
            <TableHead>{t('order')}</TableHead>
            <TableHead>{t('at')}</TableHead>
            <TableHead numeric>{t('stripe')}</TableHead>
            <TableHead numeric>{t('ledger')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {check.differences.map((row) => (
            <TableRow key={`${row.kind} ${row.externalId} ${row.currency}`}>
              <TableCell className="py-2">
                {t(`kind.${row.kind}`)} <Id value={row.externalId} />
              </TableCell>
              <TableCell className="py-2">
                {row.orderId && row.orderNumber !== null ? (
                  <Link href={`/admin/orders/${row.orderId}`}>{row.orderNumber}</Link>
                ) : (
                  t('foreign')
                )}
              </TableCell>
              <TableCell className="py-2">{formats.dateTime(row.occurredAt)}</TableCell>
              <TableCell numeric className="py-2">
                {formats.money({ amountMinor: row.stripeMinor, currency: row.currency })}
              </TableCell>
              <TableCell numeric className="py-2">
                {formats.money({ amountMinor: row.ledgerMinor, currency: row.currency })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  )
}
