import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/features/admin/require-staff'
import { RegistrationPage } from '@/features/admin/tax/registration-page'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminTax.registrations'))('new') }
}

/** Enters where tax is collected. */
export default async function NewTaxRegistrationPage() {
  const member = await requireStaff('tax.edit', '/admin/tax/registrations/new')
  const sellers = await (await api()).tax.adminRegistrations()
  const [seller] = sellers
  if (!seller) notFound()
  return (
    <RegistrationPage
      registration={null}
      sellers={sellers}
      sellerId={seller.id}
      locale={member.locale}
    />
  )
}
