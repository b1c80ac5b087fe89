import { can } from '@archway/api/shared/permissions'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@archway/ui/table'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { TaxTabs } from '@/features/admin/tax/tax-tabs'
import { countryChoices } from '@/lib/country-choices'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminTax.registrations'))('title') }
}

/** Where each seller collects tax. */
export default async function TaxRegistrationsPage() {
  const member = await requireStaff('tax.read', '/admin/tax/registrations')
  const sellers = await (await api()).tax.adminRegistrations()
  const t = await getTranslations('adminTax.registrations')
  const formats = formatsFor(member)
  const countries = countryChoices(member.locale)
  const canEdit = can(member, 'tax.edit')
  const nameOf = (country: string) =>
    countries.find((choice) => choice.value === country)?.label ?? country
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
        actions={
          canEdit ? (
            <LinkButton href="/admin/tax/registrations/new" linkComponent={Link} size="sm">
              {t('new')}
            </LinkButton>
          ) : undefined
        }
      />
      <TaxTabs current="registrations" />
      <div className="grid gap-5">
        {sellers.map((seller) => (
          <Panel
            key={seller.id}
            title={seller.name}
            description={
              seller.exclusiveCurrencies.length > 0
                ? t('exclusive', { currencies: seller.exclusiveCurrencies.join(', ') })
                : t('inclusive')
            }
          >
            {seller.taxRegistrations.length === 0 ? (
              <p className="text-muted-foreground text-sm">{t('none')}</p>
            ) : (
              <Table label={seller.name}>
                <TableHeader>
                  <TableRow>
                    <TableHead>{t('country')}</TableHead>
                    <TableHead>{t('scheme')}</TableHead>
                    <TableHead>{t('number')}</TableHead>
                    <TableHead>{t('validFrom')}</TableHead>
                    <TableHead>{t('validTo')}</TableHead>
                  </TableRow>
                </TableHeader>
                <TableBody>
                  {seller.taxRegistrations.map((row) => (
                    <TableRow key={row.id}>
                      <TableCell className="py-2">
                        {canEdit ? (
                          <Link href={`/admin/tax/registrations/${row.id}`}>
                            {nameOf(row.country)}
                          </Link>
                        ) : (
                          nameOf(row.country)
                        )}
                      </TableCell>
                      <TableCell className="min-w-44 py-2">{t(`schemes.${row.scheme}`)}</TableCell>
                      <TableCell className="py-2">{row.taxNumber ?? '–'}</TableCell>
                      <TableCell className="whitespace-nowrap py-2">
                        {formats.day(row.validFrom)}
                      </TableCell>
                      <TableCell className="whitespace-nowrap py-2">
                        {row.validTo ? formats.day(row.validTo) : '–'}
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            )}
          </Panel>
        ))}
      </div>
    </AdminProviders>
  )
}
