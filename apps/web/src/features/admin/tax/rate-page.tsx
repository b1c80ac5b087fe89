import { PageHeader } from '@archway/ui/page-header'
import { getTranslations } from 'next-intl/server'
import { countryChoices } from '@/lib/country-choices'
import { MessagesFor } from '@/lib/messages-for'
import { AdminBreadcrumb } from '../admin-breadcrumb'
import { AdminProviders } from '../admin-providers'
import { Panel } from '../panel'
import { RateForm, type TaxRate } from './rate-form'

/** The form of a rate on a page of its own. */
export async function RatePage({ rate, locale }: { rate: TaxRate | null; locale: string }) {
  const t = await getTranslations('adminTax.rates')
  const countries = countryChoices(locale)
  const title = rate
    ? (countries.find((choice) => choice.value === rate.country)?.label ?? rate.country)
    : t('new')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/tax/rates', label: t('title') }]}
            current={title}
          />
        }
        title={title}
        description={t('formDescription')}
        className="mb-6"
      />
      <Panel title={t('one')} className="max-w-3xl">
        <MessagesFor namespaces={['adminTax']}>
          <RateForm rate={rate} countries={countries} />
        </MessagesFor>
      </Panel>
    </AdminProviders>
  )
}
