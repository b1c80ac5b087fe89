import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import { taxLabel } from '@/features/shell/tax-label'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'

export type TaxReport = AdminOutput['tax']['adminReport']

/** Net amounts and tax of one currency by country and rate, with the sums of documents and of the ledger. */
export function ReportTable({
  report,
  currency,
  nameOf,
  formats,
}: {
  report: TaxReport
  currency: string
  nameOf: (country: string | null) => string
  formats: Formats
}) {
  const t = useTranslations('adminTax.report')
  const reasons = useTranslations('adminTax.order.reason')
  const money = (amountMinor: bigint) => formats.money({ amountMinor, currency })
  const sum = report.sums.find((row) => row.currency === currency)
  const rows = report.rows.filter((row) => row.currency === currency)
  return (
    <Table label={t('table', { currency })}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('country')}</TableHead>
          <TableHead>{t('rate')}</TableHead>
          <TableHead numeric>{t('documents')}</TableHead>
          <TableHead numeric>{t('net')}</TableHead>
          <TableHead numeric>{t('tax')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={`${row.country} ${row.rateBps} ${row.name} ${row.reason}`}>
            <TableCell className="py-2">{nameOf(row.country)}</TableCell>
            <TableCell className="py-2">
              {row.rateBps === null
                ? row.reason
                  ? reasons(row.reason)
                  : t('none')
                : taxLabel(row.name ?? t('tax'), row.rateBps)}
            </TableCell>
            <TableCell numeric className="py-2">
              {row.documents}
            </TableCell>
            <TableCell numeric className="py-2">
              {money(row.netMinor)}
            </TableCell>
            <TableCell numeric className="py-2">
              {money(row.taxMinor)}
            </TableCell>
          </TableRow>
        ))}
        {sum ? (
          <>
            <TableRow className="font-medium">
              <TableCell className="py-2" colSpan={3}>
                {t('sum')}
              </TableCell>
              <TableCell numeric className="py-2">
                {money(sum.netMinor)}
              </TableCell>
              <TableCell numeric className="py-2">
                {money(sum.taxMinor)}
              </TableCell>
            </TableRow>
            <TableRow>
              <TableCell className="py-2 text-muted-foreground" colSpan={4}>
                {t(sum.ledgerMinor === sum.taxMinor ? 'ledgerAgrees' : 'ledgerDiffers')}
              </TableCell>
              <TableCell numeric className="py-2">
                {money(sum.ledgerMinor)}
              </TableCell>
            </TableRow>
          </>
        ) : null}
      </TableBody>
    </Table>
  )
}
