import { Badge } from '@archway/ui/badge'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { GuideStatusBadge } from '@/features/admin/guides/guide-status-badge'
import { GuideTabs } from '@/features/admin/guides/guide-tabs'
import { requireStaff } from '@/features/admin/require-staff'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides'))('title') }
}

export default async function GuidesPage() {
  await requireStaff('guide.edit', '/admin/guides')
  const guides = await (await api()).careers.adminList()
  const t = await getTranslations('adminCatalog.guides')
  const format = await getFormatter()
  return (
    <>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-4"
        actions={
          <LinkButton href="/admin/guides/new" linkComponent={Link}>
            {t('new')}
          </LinkButton>
        }
      />
      <GuideTabs current="guides" />
      {guides.length === 0 ? (
        <EmptyState title={t('emptyTitle')} description={t('emptyText')} />
      ) : (
        <div className="rounded-lg border border-border bg-surface">
          <Table label={t('title')}>
            <TableHeader>
              <TableRow>
                <TableHead>{t('guide')}</TableHead>
                <TableHead>{t('state')}</TableHead>
                <TableHead>{t('toDo')}</TableHead>
                <TableHead numeric>{t('factCount')}</TableHead>
                <TableHead>{t('reviewBy')}</TableHead>
                <TableHead>{t('updated')}</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {guides.map((guide) => (
                <TableRow key={guide.slug}>
                  <TableCell className="min-w-56">
                    <Link href={`/admin/guides/${guide.slug}`} className="font-medium">
                      {guide.title}
                    </Link>
                    <p className="text-muted-foreground">{guide.question}</p>
                  </TableCell>
                  <TableCell>
                    <GuideStatusBadge status={guide.status} />
                  </TableCell>
                  <TableCell>
                    <span className="flex flex-wrap gap-1">
                      {guide.problemCount > 0 ? (
                        <Badge variant="danger">
                          {t('problemCount', { count: guide.problemCount })}
                        </Badge>
                      ) : null}
                      {guide.overdueCount > 0 ? (
                        <Badge variant="warning">
                          {t('overdueCount', { count: guide.overdueCount })}
                        </Badge>
                      ) : null}
                      {guide.problemCount + guide.overdueCount === 0 ? t('nothing') : null}
                    </span>
                  </TableCell>
                  <TableCell numeric>{guide.factCount}</TableCell>
                  <TableCell className="whitespace-nowrap">
                    {guide.reviewBy
                      ? format.dateTime(guide.reviewBy, { dateStyle: 'medium' })
                      : '–'}
                  </TableCell>
                  <TableCell className="whitespace-nowrap">
                    {format.dateTime(guide.updatedAt, { dateStyle: 'medium' })}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </>
  )
}
