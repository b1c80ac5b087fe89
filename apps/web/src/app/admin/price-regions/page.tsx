import { can } from '@archway/api/shared/permissions'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { countryChoices } from '@/lib/country-choices'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPriceRegions'))('title') }
}

/** Countries with prices of their own. */
export default async function PriceRegionsPage() {
  const member = await requireStaff('price-region.read', '/admin/price-regions')
  const regions = await (await api()).catalog.priceRegions.adminList()
  const t = await getTranslations('adminPriceRegions')
  const countries = countryChoices(member.locale)
  const nameOf = (code: string) => countries.find((choice) => choice.value === code)?.label ?? code
  const create = can(member, 'price-region.edit') ? (
    <LinkButton href="/admin/price-regions/new" linkComponent={Link} size="sm">
      {t('new')}
    </LinkButton>
  ) : undefined
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
        actions={create}
      />
      {regions.length === 0 ? (
        <EmptyState title={t('empty')} description={t('emptyText')} />
      ) : (
        <Panel title={t('all', { count: regions.length })}>
          <Table label={t('title')}>
            <TableHeader>
              <TableRow>
                <TableHead>{t('name')}</TableHead>
                <TableHead>{t('countries')}</TableHead>
                <TableHead numeric>{t('pricesNow')}</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {regions.map((region) => (
                <TableRow key={region.id}>
                  <TableCell className="py-2">
                    <Link href={`/admin/price-regions/${region.id}`}>{region.name}</Link>
                  </TableCell>
                  <TableCell className="py-2">{region.countries.map(nameOf).join(', ')}</TableCell>
                  <TableCell numeric className="py-2">
                    {region.prices.filter((price) => price.state === 'valid').length}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Panel>
      )}
    </AdminProviders>
  )
}
