import { mustBeZero } from '@archway/api/schemes/schema/evidence'
import { schemeSlugInput } from '@archway/api/schemes/schema/publish'
import { Alert } from '@archway/ui/alert'
import { PageHeader } from '@archway/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { AdminTrail } from '@/features/admin/editor/admin-trail'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminSchemes.evidence'))('title') }
}

type Props = { params: Promise<{ slug: string }> }

/** What is on record about a certification of our own, by clause of the standard; made to be printed. */
export default async function EvidencePage({ params }: Props) {
  const input = schemeSlugInput.safeParse(await params)
  if (!input.success) notFound()
  const { slug } = input.data
  const member = await requireStaff('exam.read', `/admin/schemes/${slug}/evidence`)
  const pack = await (await api()).schemes.adminEvidence({ slug })
  const t = await getTranslations('adminSchemes')
  const formats = formatsFor(member)
  const broken = pack.clauses
    .flatMap(({ figures }) => figures)
    .filter(({ key, count }) => mustBeZero.includes(key) && count > 0)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('evidence.title')}
        description={t('evidence.description', {
          title: pack.title,
          date: formats.dateTime(pack.countedAt),
        })}
        className="mb-6"
        breadcrumb={
          <AdminTrail
            items={[
              { label: t('title'), href: '/admin/schemes' },
              { label: pack.title, href: `/admin/schemes/${slug}` },
              { label: t('evidence.title') },
            ]}
          />
        }
      />
      <div className="grid max-w-4xl gap-5">
        {broken.length > 0 ? (
          <Alert variant="danger">{t('evidence.broken', { count: broken.length })}</Alert>
        ) : null}
        {pack.clauses.map(({ clause, figures }) => (
          <Panel
            key={clause}
            title={t('evidence.clause', {
              clause: clause.replace('-', '.'),
              name: t(`evidence.clauses.${clause}` as never),
            })}
            description={t(`evidence.how.${clause}` as never)}
          >
            <Table label={t(`evidence.clauses.${clause}` as never)}>
              <TableHeader>
                <TableRow>
                  <TableHead>{t('evidence.record')}</TableHead>
                  <TableHead numeric>{t('evidence.count')}</TableHead>
                </TableRow>
              </TableHeader>
              <TableBody>
                {figures.map(({ key, count }) => (
                  <TableRow key={key}>
                    <TableCell className="py-2">{t(`evidence.figure.${key}` as never)}</TableCell>
                    <TableCell numeric className="py-2">
                      {new Intl.NumberFormat(member.locale).format(count)}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Panel>
        ))}
      </div>
    </AdminProviders>
  )
}
