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
import { taxLabel } from '@/features/shell/tax-label'
import { countryChoices } from '@/lib/country-choices'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminTax.rates'))('title') }
}

/** The rates of every country, with where each was read and when. */
export default async function TaxRatesPage() {
  const member = await requireStaff('tax.read', '/admin/tax/rates')
  const rates = await (await api()).tax.adminRates()
  const t = await getTranslations('adminTax')
  const formats = formatsFor(member)
  const countries = countryChoices(member.locale)
  const canEdit = can(member, 'tax.edit')
  const nameOf = (country: string) =>
    countries.find((choice) => choice.value === country)?.label ?? country
  const sorted = [...rates].sort((a, b) =>
    nameOf(a.country).localeCompare(nameOf(b.country), member.locale),
  )
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('rates.title')}
        description={t('rates.description')}
        className="mb-6"
        actions={
          canEdit ? (
            <LinkButton href="/admin/tax/rates/new" linkComponent={Link} size="sm">
              {t('rates.new')}
            </LinkButton>
          ) : undefined
        }
      />
      <TaxTabs current="rates" />
      <Panel title={t('rates.all', { count: rates.length })}>
        <Table label={t('rates.title')}>
          <TableHeader>
            <TableRow>
              <TableHead>{t('rates.country')}</TableHead>
              <TableHead>{t('rates.rate')}</TableHead>
              <TableHead>{t('rates.valid')}</TableHead>
              <TableHead>{t('rates.verifiedOn')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {sorted.map((rate) => (
              <TableRow key={rate.id}>
                <TableCell className="py-2">
                  {canEdit ? (
                    <Link href={`/admin/tax/rates/${rate.id}`}>{nameOf(rate.country)}</Link>
                  ) : (
                    nameOf(rate.country)
                  )}
                  {rate.region ? ` · ${rate.region}` : null}
                </TableCell>
                <TableCell className="whitespace-nowrap py-2 tabular-nums">
                  {taxLabel(rate.name, rate.rateBps)}
                </TableCell>
                <TableCell className="whitespace-nowrap py-2">
                  {rate.validTo
                    ? t('rates.fromTo', {
                        from: formats.day(rate.validFrom),
                        to: formats.day(rate.validTo),
                      })
                    : t('rates.since', { from: formats.day(rate.validFrom) })}
                </TableCell>
                <TableCell className="whitespace-nowrap py-2">
                  <a href={rate.sourceUrl} rel="noreferrer" target="_blank">
                    {formats.day(rate.verifiedOn)}
                  </a>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Panel>
    </AdminProviders>
  )
}
