import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireStaff } from '@/features/admin/require-staff'
import { RatePage } from '@/features/admin/tax/rate-page'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminTax.rates'))('edit') }
}

type Props = { params: Promise<{ id: string }> }

/** Changes a rate, or ends it. */
export default async function TaxRatePage({ params }: Props) {
  const { id } = await params
  const member = await requireStaff('tax.edit', `/admin/tax/rates/${id}`)
  const rate = (await (await api()).tax.adminRates()).find((row) => row.id === id)
  if (!rate) notFound()
  return <RatePage rate={rate} locale={member.locale} />
}
