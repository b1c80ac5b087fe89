import { PageHeader } from '@archway/ui/page-header'
import { getTranslations } from 'next-intl/server'
import { countryChoices } from '@/lib/country-choices'
import { MessagesFor } from '@/lib/messages-for'
import { AdminBreadcrumb } from '../admin-breadcrumb'
import { AdminProviders } from '../admin-providers'
import { Panel } from '../panel'
import { RegistrationForm, type TaxRegistration, type TaxSeller } from './registration-form'

/** The form of a registration on a page of its own. */
export async function RegistrationPage({
  registration,
  sellers,
  sellerId,
  locale,
}: {
  registration: TaxRegistration | null
  sellers: TaxSeller[]
  sellerId: string
  locale: string
}) {
  const t = await getTranslations('adminTax.registrations')
  const countries = countryChoices(locale)
  const title = registration
    ? (countries.find((choice) => choice.value === registration.country)?.label ??
      registration.country)
    : t('new')
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/tax/registrations', label: t('title') }]}
            current={title}
          />
        }
        title={title}
        description={t('formDescription')}
        className="mb-6"
      />
      <Panel title={t('one')} className="max-w-3xl">
        <MessagesFor namespaces={['adminTax']}>
          <RegistrationForm
            registration={registration}
            sellers={sellers.map((seller) => ({ value: seller.id, label: seller.name }))}
            sellerId={sellerId}
            countries={countries}
          />
        </MessagesFor>
      </Panel>
    </AdminProviders>
  )
}
