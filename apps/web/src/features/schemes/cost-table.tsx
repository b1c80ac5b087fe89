import { fiveYearCost } from '@archway/api/schemes/rules/five-year-cost'
import type { SchemeDocument } from '@archway/api/schemes/schema/document'
import { formatMoney } from '@archway/api/shared/money'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useFormatter, useLocale, useTranslations } from 'next-intl'

/** Each fee of five years with the day on which it falls due, and their sum. */
export function CostTable({
  document,
  days,
}: {
  document: SchemeDocument
  /** of the sittings, the last of them passed */
  days: readonly string[]
}) {
  const t = useTranslations('schemes.calculator')
  const locale = useLocale()
  const format = useFormatter()
  const cost = fiveYearCost(document, days)
  if (cost === null) return <p>{t('noFees')}</p>
  const money = (amountMinor: number) =>
    formatMoney({ currency: cost.currency, amountMinor: BigInt(amountMinor) }, locale)
  const lines = cost.lines.map((line, at) => ({ ...line, key: `${line.kind}-${at}` }))
  return (
    <Table label={t('cost')} className="text-base">
      <TableHeader>
        <TableRow>
          <TableHead className="ps-0">{t('what')}</TableHead>
          <TableHead>{t('due')}</TableHead>
          <TableHead numeric className="pe-0">
            {t('amount')}
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {lines.map(({ key, kind, on, amountMinor }) => (
          <TableRow key={key}>
            <TableCell className="ps-0">{t(`line.${kind}`)}</TableCell>
            <TableCell>
              {format.dateTime(new Date(`${on}T00:00:00Z`), { dateStyle: 'medium' })}
            </TableCell>
            <TableCell className="pe-0 text-end tabular-nums">
              {amountMinor === null ? t('notPublished') : money(amountMinor)}
            </TableCell>
          </TableRow>
        ))}
        <TableRow>
          <TableCell className="ps-0 font-semibold" colSpan={2}>
            {t(cost.isComplete ? 'total' : 'totalAtLeast')}
          </TableCell>
          <TableCell className="pe-0 text-end font-semibold tabular-nums">
            {money(cost.totalMinor)}
          </TableCell>
        </TableRow>
      </TableBody>
    </Table>
  )
}
