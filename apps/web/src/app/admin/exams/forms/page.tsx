import { EmptyState } from '@archway/ui/empty-state'
import { PageHeader } from '@archway/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminExams.forms'))('title') }
}

/** Every exam of ours with how many of its forms can be sat. */
export default async function FormsPage() {
  await requireStaff('exam.form', '/admin/exams/forms')
  const exams = await (await api()).exams.adminExams()
  const t = await getTranslations('adminExams.forms')
  return (
    <>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
      />
      {exams.length === 0 ? (
        <EmptyState title={t('noExams')} />
      ) : (
        <Panel title={t('title')}>
          <Table label={t('title')}>
            <TableHeader>
              <TableRow>
                <TableHead>{t('exam')}</TableHead>
                <TableHead numeric>{t('approvedForms')}</TableHead>
                <TableHead numeric>{t('itemsInBank')}</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {exams.map(({ id, title, forms, items }) => (
                <TableRow key={id}>
                  <TableCell className="min-w-56">
                    <Link href={`/admin/exams/forms/${id}`} prefetch={false}>
                      {title}
                    </Link>
                  </TableCell>
                  <TableCell numeric>{forms}</TableCell>
                  <TableCell numeric>{items}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Panel>
      )}
    </>
  )
}
