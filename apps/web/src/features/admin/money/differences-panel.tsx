import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import { Id } from '../id'
import { Panel } from '../panel'
import { AcceptDifference } from './accept-difference'
import type { BookCheck } from './health'

/** Money on which Stripe and the ledger disagree, object by object, the oldest first. */
export function DifferencesPanel({
  check,
  formats,
  mayAccept,
}: {
  check: BookCheck
  formats: Formats
  mayAccept: boolean
}) {
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
            {mayAccept ? (
              <TableHead>
                <span className="sr-only">{t('accept.column')}</span>
              </TableHead>
            ) : null}
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
              {mayAccept ? (
                <TableCell className="py-2 text-right">
                  <AcceptDifference difference={row} />
                </TableCell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  )
}
