import { can } from '@archway/api/shared/permissions'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AdminBreadcrumb } from '@/features/admin/admin-breadcrumb'
import { AdminProviders } from '@/features/admin/admin-providers'
import { SellerPanel } from '@/features/admin/documents/seller-panel'
import { requireStaff } from '@/features/admin/require-staff'
import { countryChoices } from '@/lib/country-choices'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminMoney.sellers'))('title') }
}

/** Who sells, as invoices and credit notes say. */
export default async function SellersPage() {
  const member = await requireStaff('document.read', '/admin/documents/sellers')
  const sellers = await (await api()).documents.adminLegalEntities()
  const t = await getTranslations('adminMoney')
  const formats = formatsFor(member)
  return (
    <AdminProviders>
      <PageHeader
        variant="compact"
        breadcrumb={
          <AdminBreadcrumb
            parents={[{ href: '/admin/documents', label: t('documents.title') }]}
            current={t('sellers.title')}
          />
        }
        title={t('sellers.title')}
        description={t('sellers.description')}
        className="mb-6"
      />
      <div className="grid max-w-3xl gap-5">
        {sellers.map((seller) => (
          <SellerPanel
            key={seller.id}
            seller={seller}
            countries={countryChoices(member.locale)}
            canEdit={can(member, 'legal-entity.edit')}
            formats={formats}
          />
        ))}
      </div>
    </AdminProviders>
  )
}
