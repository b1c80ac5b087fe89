import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/features/admin/require-staff'
import { RatePage } from '@/features/admin/tax/rate-page'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminTax.rates'))('new') }
}

/** Enters a rate. */
export default async function NewTaxRatePage() {
  const member = await requireStaff('tax.edit', '/admin/tax/rates/new')
  return <RatePage rate={null} locale={member.locale} />
}
