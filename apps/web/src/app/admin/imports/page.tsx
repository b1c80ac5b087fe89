import { listImportsInput } from '@archway/api/catalog/schema/imports'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import { Pagination } from '@archway/ui/pagination'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { ImportStateBadge } from '@/features/admin/imports/import-state-badge'
import { UploadForm } from '@/features/admin/imports/upload-form'
import { requireStaff } from '@/features/admin/require-staff'
import { listInput } from '@/features/admin/table/list-input'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.imports'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

export default async function ImportsPage({ searchParams }: Props) {
  await requireStaff('import.run', '/admin/imports')
  const input = listInput(listImportsInput, firstValues(await searchParams))
  const imports = await (await api()).catalog.imports.list(input)
  const t = await getTranslations('adminCatalog.imports')
  const table = await getTranslations('admin.table')
  const format = await getFormatter()
  const pageCount = Math.max(1, Math.ceil(imports.total / imports.pageSize))
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
        actions={
          <LinkButton href="/api/admin/imports/catalogue" variant="secondary" download>
            {t('export')}
          </LinkButton>
        }
      />
      <div className="grid gap-10">
        <div className="max-w-3xl">
          <UploadForm />
        </div>
        <div className="grid min-w-0 gap-4">
          <h2 className="font-semibold text-lg">{t('history')}</h2>
          {imports.rows.length === 0 ? (
            <EmptyState title={t('emptyTitle')} description={t('emptyText')} />
          ) : (
            <div className="rounded-lg border border-border bg-surface">
              <Table label={t('history')}>
                <TableHeader>
                  <TableRow>
                    <TableHead>{t('file')}</TableHead>
                    <TableHead>{t('source')}</TableHead>
                    <TableHead>{t('stateLabel')}</TableHead>
                    <TableHead numeric>{t('count.total')}</TableHead>
                    <TableHead numeric>{t('count.created')}</TableHead>
                    <TableHead numeric>{t('count.updated')}</TableHead>
                    <TableHead numeric>{t('count.rejected')}</TableHead>
                    <TableHead>{t('by')}</TableHead>
                    <TableHead>{t('at')}</TableHead>
                  </TableRow>
                </TableHeader>
                <TableBody>
                  {imports.rows.map((row) => (
                    <TableRow key={row.id}>
                      <TableCell className="min-w-40">
                        <Link href={`/admin/imports/${row.id}`} className="font-medium">
                          {row.fileName}
                        </Link>
                      </TableCell>
                      <TableCell>{row.source}</TableCell>
                      <TableCell>
                        <ImportStateBadge state={row.state} />
                      </TableCell>
                      <TableCell numeric>
                        {row.totalRows === null ? '–' : format.number(row.totalRows)}
                      </TableCell>
                      <TableCell numeric>{format.number(row.counts.created)}</TableCell>
                      <TableCell numeric>{format.number(row.counts.updated)}</TableCell>
                      <TableCell numeric>{format.number(row.counts.rejected)}</TableCell>
                      <TableCell>{row.createdBy ?? t('commandLine')}</TableCell>
                      <TableCell className="whitespace-nowrap">
                        {format.dateTime(row.createdAt, {
                          dateStyle: 'medium',
                          timeStyle: 'short',
                        })}
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </div>
          )}
          <Pagination
            page={imports.page}
            pageCount={pageCount}
            href={(number) => `/admin/imports?page=${number}`}
            linkComponent={Link}
            labels={{
              navigation: table('pages'),
              previous: table('previous'),
              next: table('next'),
              page: (number) => table('page', { page: number }),
              position: table('position', { page: imports.page, pages: pageCount }),
            }}
          />
        </div>
      </div>
    </AdminProviders>
  )
}
