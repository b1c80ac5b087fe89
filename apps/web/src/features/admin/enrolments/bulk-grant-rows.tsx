'use client'

import type { BulkGrantRow } from '@archway/api/enrolments/schema'
import { Badge, type BadgeProps } from '@archway/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import { useFormatter, useTranslations } from 'next-intl'
import { lastMomentBefore } from '../day-range'

const tones: Record<BulkGrantRow['outcome'], BadgeProps['variant']> = {
  grant: 'success',
  already: 'neutral',
  rejected: 'danger',
}

/** Each row of the file with what it does or did; what is wrong comes first. */
export function BulkGrantRows({ rows, isApplied }: { rows: BulkGrantRow[]; isApplied: boolean }) {
  const t = useTranslations('adminOperations.bulkGrant')
  const format = useFormatter()
  const sorted = [...rows].sort(
    (a, b) =>
      Number(b.outcome === 'rejected') - Number(a.outcome === 'rejected') || a.line - b.line,
  )
  return (
    <Table label={t('rows')} containerClassName="rounded-lg border border-border bg-surface">
      <TableHeader>
        <TableRow>
          <TableHead numeric>{t('line')}</TableHead>
          <TableHead>{t('email')}</TableHead>
          <TableHead>{t('offering')}</TableHead>
          <TableHead>{t('endsAt')}</TableHead>
          <TableHead>{t('outcomeColumn')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {sorted.map((row) => (
          <TableRow key={row.line}>
            <TableCell numeric>{row.line}</TableCell>
            <TableCell className="whitespace-nowrap">{row.email}</TableCell>
            <TableCell className="whitespace-nowrap">{row.offering}</TableCell>
            <TableCell className="whitespace-nowrap">
              {row.endsAt
                ? format.dateTime(lastMomentBefore(row.endsAt), {
                    dateStyle: 'medium',
                    timeZone: 'UTC',
                  })
                : t('noEnd')}
            </TableCell>
            <TableCell className="min-w-72">
              <span className="flex flex-wrap items-center gap-2">
                <Badge variant={tones[row.outcome]}>
                  {t(isApplied ? `applied.${row.outcome}` : `outcome.${row.outcome}`)}
                </Badge>
                {row.problem ? <span>{t(`problem.${row.problem}`)}</span> : null}
              </span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
