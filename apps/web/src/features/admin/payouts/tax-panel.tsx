import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { LinkButton } from '@archway/ui/link-button'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'

const columns = ['sold', 'takenBack', 'paidOut'] as const

/** The totals of a year's quarters, for the forms that tax offices ask for. */
export function TaxPanel({
  year,
  totals,
  formats,
}: {
  year: number
  totals: AdminOutput['payouts']['taxTotals']
  formats: Formats
}) {
  const t = useTranslations('adminPayouts.tax')
  const provider = useTranslations('adminPayouts')('provider')
  return (
    <Panel
      title={t('title')}
      description={t('description')}
      action={
        <LinkButton
          href={`/api/admin/tax-totals?year=${year}`}
          variant="secondary"
          size="sm"
          download
        >
          {t('csv')}
        </LinkButton>
      }
    >
      <form action="/admin/earnings/account" className="flex items-end gap-3">
        <Field label={t('year')}>
          <Input type="number" name="year" min={2000} max={2999} defaultValue={year} />
        </Field>
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
      {totals.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t('none', { year: String(year) })}</p>
      ) : (
        <Table label={t('title')}>
          <TableHeader>
            <TableRow>
              <TableHead>{provider}</TableHead>
              <TableHead>{t('quarter')}</TableHead>
              <TableHead numeric>{t('sales')}</TableHead>
              {columns.map((column) => (
                <TableHead key={column} numeric>
                  {t(column)}
                </TableHead>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {totals.map((row) => (
              <TableRow key={`${row.providerId} ${row.currency} ${row.quarter}`}>
                <TableCell>{`${row.provider}, ${row.currency}`}</TableCell>
                <TableCell>{t('quarterName', { quarter: String(row.quarter) })}</TableCell>
                <TableCell numeric>{row.sales}</TableCell>
                {columns.map((column) => (
                  <TableCell key={column} numeric>
                    {formats.money({ amountMinor: row[`${column}Minor`], currency: row.currency })}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  )
}
