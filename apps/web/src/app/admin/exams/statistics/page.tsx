import { smallestSample } from '@archway/api/psychometrics/rules/item-health'
import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('examQuality.statistics'))('title') }
}

/** Every exam with how well it measures. */
export default async function StatisticsPage() {
  const member = await requireStaff('statistics.read', '/admin/exams/statistics')
  const exams = await (await api()).psychometrics.adminStatistics()
  const [t, format] = await Promise.all([getTranslations('examQuality.statistics'), getFormatter()])
  const formats = formatsFor(member)
  const percent = (value: number) =>
    format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
      />
      {exams.length === 0 ? (
        <EmptyState title={t('empty')} description={t('emptyText')} />
      ) : (
        <Panel title={t('title')}>
          <Table label={t('title')}>
            <TableHeader>
              <TableRow>
                <TableHead>{t('exam')}</TableHead>
                <TableHead numeric>{t('sittings')}</TableHead>
                <TableHead numeric>{t('passRate')}</TableHead>
                <TableHead numeric>{t('reliability')}</TableHead>
                <TableHead numeric>{t('agreement')}</TableHead>
                <TableHead numeric>{t('toReview')}</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {exams.map(({ id, title, latest }) => (
                <TableRow key={id}>
                  <TableCell className="min-w-56">
                    <Link href={`/admin/exams/statistics/${id}`} prefetch={false}>
                      {title}
                    </Link>
                    <span className="block text-muted-foreground text-xs">
                      {latest ? t('asOf', { date: formats.day(latest.asOf) }) : t('none')}
                    </span>
                  </TableCell>
                  <TableCell numeric>{latest ? format.number(latest.n) : t('notYet')}</TableCell>
                  <TableCell numeric>{latest ? percent(latest.passRate) : t('notYet')}</TableCell>
                  <TableCell numeric>
                    {latest?.reliability == null
                      ? latest
                        ? t('tooFew', { needed: smallestSample })
                        : t('notYet')
                      : format.number(latest.reliability, { maximumFractionDigits: 2 })}
                  </TableCell>
                  <TableCell numeric>
                    {latest?.agreement == null ? t('notYet') : percent(latest.agreement)}
                  </TableCell>
                  <TableCell numeric>
                    {latest
                      ? format.number(latest.items.review + latest.items.quarantine)
                      : t('notYet')}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Panel>
      )}
    </>
  )
}
