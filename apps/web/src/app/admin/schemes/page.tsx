import { Badge } from '@archway/ui/badge'
import { PageHeader } from '@archway/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminSchemes'))('title') }
}

/** The rules of every certification: how much of them is known, and which sources are due to be read again. */
export default async function SchemesPage() {
  const member = await requireStaff('scheme.read', '/admin/schemes')
  const schemes = await (await api()).schemes.adminList()
  const t = await getTranslations('adminSchemes')
  const formats = formatsFor(member)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
      />
      <Panel title={t('all', { count: schemes.length })}>
        <Table label={t('title')}>
          <TableHeader>
            <TableRow>
              <TableHead>{t('certification')}</TableHead>
              <TableHead>{t('field.status')}</TableHead>
              <TableHead numeric>{t('version')}</TableHead>
              <TableHead numeric>{t('known')}</TableHead>
              <TableHead>{t('checked')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {schemes.map((scheme) => (
              <TableRow key={scheme.id}>
                <TableCell className="min-w-56 py-2">
                  <Link href={`/admin/schemes/${scheme.slug}`} className="font-medium">
                    {scheme.title}
                  </Link>
                  <p className="text-muted-foreground">{scheme.provider}</p>
                </TableCell>
                <TableCell className="py-2">
                  {scheme.status ? t(`option.${scheme.status}`) : t('none')}
                </TableCell>
                <TableCell numeric className="py-2">
                  {scheme.version === 0 ? '–' : scheme.version}
                </TableCell>
                <TableCell numeric className="whitespace-nowrap py-2">
                  {t('knownOf', { known: scheme.known, parts: scheme.parts })}
                </TableCell>
                <TableCell className="whitespace-nowrap py-2">
                  {scheme.checkedOn ? formats.day(new Date(`${scheme.checkedOn}T00:00:00Z`)) : '–'}{' '}
                  {scheme.isDue ? <Badge variant="warning">{t('due')}</Badge> : null}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Panel>
    </AdminProviders>
  )
}
