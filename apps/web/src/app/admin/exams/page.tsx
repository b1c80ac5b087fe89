import { adminAttemptsInput } from '@archway/api/exams/schema/board'
import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { SittingState } from '@/features/admin/exams/sitting-state'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminExams'))('title') }
}

/** The sittings of our exams, the newest first. */
export default async function SittingsPage() {
  const member = await requireStaff('exam.read', '/admin/exams')
  const { rows } = await (await api()).exams.adminAttempts(adminAttemptsInput.parse({}))
  const t = await getTranslations('adminExams')
  const formats = formatsFor(member)
  return (
    <>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
      />
      {rows.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <Table label={t('title')}>
          <TableHeader>
            <TableRow>
              <TableHead>{t('candidate')}</TableHead>
              <TableHead>{t('exam')}</TableHead>
              <TableHead>{t('state')}</TableHead>
              <TableHead>{t('ends')}</TableHead>
              <TableHead>{t('score')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.id}>
                <TableCell>
                  <Link href={`/admin/exams/${row.id}`} className="font-medium hover:underline">
                    {row.candidate.name ?? row.candidate.email}
                  </Link>
                </TableCell>
                <TableCell>
                  {row.title}
                  <span className="block text-muted-foreground text-sm">
                    {t('sittingForm', { number: row.number, form: row.formNumber })}
                  </span>
                </TableCell>
                <TableCell>
                  <SittingState state={row.state} />
                </TableCell>
                <TableCell className="whitespace-nowrap">
                  {row.deadlineAt ? formats.dateTime(row.submittedAt ?? row.deadlineAt) : null}
                </TableCell>
                <TableCell className="tabular-nums">{row.scaled}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  )
}
