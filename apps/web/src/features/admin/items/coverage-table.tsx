import { Badge } from '@archway/ui/badge'
import { cn } from '@archway/ui/cn'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { CoverageRow } from './coverage-rows'

/** Below this many forms' worth, forms overlap too much. */
const enoughForms = 2

/** Points of each domain and objective by state, beside what one form needs. */
export function CoverageTable({
  rows,
  label,
  offeringId,
}: {
  rows: CoverageRow[]
  label: string
  offeringId: string
}) {
  const t = useTranslations('adminItems.coverage')
  const format = useFormatter()
  const count = (value: number) => (value === 0 ? '–' : format.number(value))
  return (
    <div className="overflow-x-auto rounded-lg border border-border bg-surface">
      <Table label={label}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('objective')}</TableHead>
            <TableHead numeric>{t('needed')}</TableHead>
            <TableHead numeric>{t('active')}</TableHead>
            <TableHead numeric>{t('ratio')}</TableHead>
            <TableHead numeric>{t('pretest')}</TableHead>
            <TableHead numeric>{t('waiting')}</TableHead>
            <TableHead numeric>{t('quarantined')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row) => {
            const ratio = row.needed ? row.active / row.needed : null
            return (
              <TableRow key={row.code} className={row.isDomain ? 'bg-muted/50' : undefined}>
                <TableCell className="min-w-56">
                  <span className={cn('flex gap-2', row.isDomain ? 'font-medium' : 'ps-4')}>
                    <span className="w-7 shrink-0 tabular-nums">{row.code}</span>
                    {row.isDomain ? (
                      row.title
                    ) : (
                      <Link
                        href={`/admin/items?offeringId=${offeringId}&objective=${row.code}`}
                        className="text-link"
                      >
                        {row.title}
                      </Link>
                    )}
                  </span>
                </TableCell>
                <TableCell numeric>{row.needed === null ? '' : count(row.needed)}</TableCell>
                <TableCell numeric>{count(row.active)}</TableCell>
                <TableCell numeric>
                  {ratio === null ? null : (
                    <span className="inline-flex items-center gap-2">
                      {ratio < enoughForms ? <Badge variant="warning">{t('low')}</Badge> : null}
                      {t('times', {
                        value: format.number(ratio, {
                          minimumFractionDigits: 1,
                          maximumFractionDigits: 1,
                        }),
                      })}
                    </span>
                  )}
                </TableCell>
                <TableCell numeric>{count(row.pretest)}</TableCell>
                <TableCell numeric>{count(row.waiting)}</TableCell>
                <TableCell numeric>{count(row.quarantined)}</TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </div>
  )
}
