import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RegionPage } from '@/features/admin/price-regions/region-page'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminPriceRegions'))('new') }
}

/** Makes a region. */
export default async function NewPriceRegionPage() {
  const member = await requireStaff('price-region.edit', '/admin/price-regions/new')
  return <RegionPage region={null} formats={formatsFor(member)} canEdit />
}
