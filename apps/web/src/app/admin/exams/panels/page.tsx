import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { PanelStateBadge } from '@/features/admin/exam-quality/panel-state'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('examQuality.panels'))('title') }
}

/** Every panel that has set a cut score, or is about to. */
export default async function PanelsPage() {
  const member = await requireStaff('panel.run', '/admin/exams/panels')
  const panels = await (await api()).psychometrics.adminPanels()
  const [t, format] = await Promise.all([getTranslations('examQuality.panels'), getFormatter()])
  const formats = formatsFor(member)
  return (
    <>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        actions={
          <LinkButton href="/admin/exams/panels/new" linkComponent={Link}>
            {t('new')}
          </LinkButton>
        }
        className="mb-6"
      />
      {panels.length === 0 ? (
        <EmptyState title={t('empty')} description={t('emptyText')} />
      ) : (
        <Panel title={t('title')}>
          <Table label={t('title')}>
            <TableHeader>
              <TableRow>
                <TableHead>{t('exam')}</TableHead>
                <TableHead>{t('state')}</TableHead>
                <TableHead numeric>{t('judges')}</TableHead>
                <TableHead numeric>{t('cut')}</TableHead>
                <TableHead>{t('created')}</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {panels.map((panel) => (
                <TableRow key={panel.id}>
                  <TableCell className="min-w-56">
                    <Link href={`/admin/exams/panels/${panel.id}`} prefetch={false}>
                      {panel.offering.title}
                    </Link>
                    <span className="block text-muted-foreground text-xs">
                      {t('form', { number: panel.form.number })}
                    </span>
                  </TableCell>
                  <TableCell>
                    <PanelStateBadge state={panel.state} />
                  </TableCell>
                  <TableCell numeric>{format.number(panel.judges)}</TableCell>
                  <TableCell numeric>
                    {panel.cut
                      ? t('cutOf', {
                          cut: format.number(panel.cut.raw, { maximumFractionDigits: 2 }),
                          max: format.number(panel.cut.max),
                        })
                      : '–'}
                  </TableCell>
                  <TableCell className="whitespace-nowrap">
                    {formats.date(panel.createdAt)}
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
