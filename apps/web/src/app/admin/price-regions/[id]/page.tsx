import { can } from '@archway/api/shared/permissions'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RegionPage } from '@/features/admin/price-regions/region-page'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPriceRegions'))('title') }
}

type Props = { params: Promise<{ id: string }> }

/** A region with its countries and prices. */
export default async function PriceRegionPage({ params }: Props) {
  const { id } = await params
  const member = await requireStaff('price-region.read', `/admin/price-regions/${id}`)
  const regions = await (await api()).catalog.priceRegions.adminList()
  const region = regions.find((row) => row.id === id)
  if (!region) notFound()
  return (
    <RegionPage
      region={region}
      formats={formatsFor(member)}
      canEdit={can(member, 'price-region.edit')}
    />
  )
}
