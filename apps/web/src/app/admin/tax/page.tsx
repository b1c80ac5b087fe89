import { Button } from '@archway/ui/button'
import { EmptyState } from '@archway/ui/empty-state'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminProviders } from '@/features/admin/admin-providers'
import { dayText, periodOf } from '@/features/admin/ledger/ledger-query'
import { Panel } from '@/features/admin/panel'
import { requireStaff } from '@/features/admin/require-staff'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { EvidencePanel } from '@/features/admin/tax/evidence-panel'
import { ReportTable } from '@/features/admin/tax/report-table'
import { TaxTabs } from '@/features/admin/tax/tax-tabs'
import { countryChoices } from '@/lib/country-choices'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminTax'))('title') }
}

type Props = { searchParams: Promise<SearchParams> }

/** What tax came of a time, by country and rate, beside what the ledger owes. */
export default async function TaxReportPage({ searchParams }: Props) {
  const member = await requireStaff('tax.read', '/admin/tax')
  const { from, to } = periodOf(firstValues(await searchParams), new Date())
  const report = await (await api()).tax.adminReport({ from, to })
  const t = await getTranslations('adminTax')
  const formats = formatsFor(member)
  const countries = countryChoices(member.locale)
  const nameOf = (country: string | null) =>
    countries.find((choice) => choice.value === country)?.label ?? country ?? t('report.nowhere')
  const days = { from: dayText(from), to: dayText(new Date(to.getTime() - 1)) }
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('report.description')}
        className="mb-6"
        actions={
          <LinkButton
            href={`/api/admin/tax?${new URLSearchParams(days)}`}
            variant="secondary"
            size="sm"
            download
          >
            {t('report.csv')}
          </LinkButton>
        }
      />
      <TaxTabs current="report" />
      <form action="/admin/tax" className="mb-4 flex flex-wrap items-end gap-3">
        <Field label={t('report.from')}>
          <Input type="date" name="from" defaultValue={days.from} />
        </Field>
        <Field label={t('report.to')}>
          <Input type="date" name="to" defaultValue={days.to} />
        </Field>
        <Button type="submit" variant="secondary">
          {t('report.show')}
        </Button>
      </form>
      {report.sums.length === 0 ? (
        <EmptyState title={t('report.empty')} description={t('report.emptyText')} />
      ) : (
        <div className="grid gap-5">
          {report.sums.map(({ currency }) => (
            <Panel key={currency} title={currency}>
              <ReportTable report={report} currency={currency} nameOf={nameOf} formats={formats} />
            </Panel>
          ))}
          <EvidencePanel evidence={report.evidence} nameOf={nameOf} />
        </div>
      )}
    </AdminProviders>
  )
}
