import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'

type Row = AdminOutput['integrity']['adminCases'][number]

/** Cases of one state. */
export function CaseTable({ cases, formats }: { cases: Row[]; formats: Formats }) {
  const t = useTranslations('examQuality.cases')
  return (
    <Table label={t('tabs')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('candidate')}</TableHead>
          <TableHead>{t('exam')}</TableHead>
          <TableHead>{t('opened')}</TableHead>
          <TableHead numeric>{t('reviews')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {cases.map((row) => (
          <TableRow key={row.id}>
            <TableCell>
              <Link href={`/admin/exams/cases/${row.id}`} prefetch={false} className="font-medium">
                {row.attempt.legalName}
              </Link>
              <span className="block text-muted-foreground text-xs">
                {t('sitting', { number: row.attempt.number, form: row.attempt.form.number })}
              </span>
            </TableCell>
            <TableCell className="min-w-48">{row.attempt.scheme.offering.title}</TableCell>
            <TableCell className="whitespace-nowrap">
              {formats.date(row.openedAt)}
              <span className="block text-muted-foreground text-xs">
                {row.openedBy ? (row.openedBy.name ?? row.openedBy.email) : t('proposed')}
              </span>
            </TableCell>
            <TableCell numeric>{t('reviewsOf', { count: row._count.reviews })}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
