import { canEditOffering } from '@archway/api/catalog/policy'
import type { Metadata } from 'next'
import { AdminProviders } from '@/features/admin/admin-providers'
import { OfferingForm } from '@/features/admin/offerings/form/offering-form'
import { loadAdminOffering } from '@/features/admin/offerings/load-offering'
import { OfferingFacts } from '@/features/admin/offerings/offering-facts'
import { OfferingHead } from '@/features/admin/offerings/offering-head'
import { requireStaffOrProvider } from '@/features/admin/require-staff'

/** Made for each request: staff only. */
export const instant = false

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadAdminOffering((await params).id)).title }
}

export default async function OfferingPage({ params }: Props) {
  const { id } = await params
  const member = await requireStaffOrProvider('offering.read', `/admin/offerings/${id}`)
  const offering = await loadAdminOffering(id)
  return (
    <AdminProviders>
      <OfferingHead offering={offering} member={member} current="edit" />
      {canEditOffering(member, { ...offering, providerId: offering.provider.id }).ok ? (
        <OfferingForm offering={offering} />
      ) : (
        <OfferingFacts offering={offering} />
      )}
    </AdminProviders>
  )
}
