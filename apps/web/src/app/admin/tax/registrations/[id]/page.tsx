import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/features/admin/require-staff'
import { RegistrationPage } from '@/features/admin/tax/registration-page'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminTax.registrations'))('edit') }
}

type Props = { params: Promise<{ id: string }> }

/** Changes where tax is collected, or ends it. */
export default async function TaxRegistrationPage({ params }: Props) {
  const { id } = await params
  const member = await requireStaff('tax.edit', `/admin/tax/registrations/${id}`)
  const sellers = await (await api()).tax.adminRegistrations()
  const seller = sellers.find((row) => row.taxRegistrations.some((one) => one.id === id))
  const registration = seller?.taxRegistrations.find((row) => row.id === id)
  if (!seller || !registration) notFound()
  return (
    <RegistrationPage
      registration={registration}
      sellers={sellers}
      sellerId={seller.id}
      locale={member.locale}
    />
  )
}
