import { Container } from '@archway/ui/container'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { api } from '@/lib/trpc-server'

/** Made for each request: asks Stripe how it stands. */
export const instant = false

export const metadata: Metadata = { robots: { index: false } }

type Props = { params: Promise<{ subscriptionId: string }> }

export default async function MembershipReturnPage({ params }: Props) {
  await requireMember('/account/membership')
  const { subscriptionId } = await params
  const { status } = await (await api()).subscriptions.awaitReturn({ subscriptionId })
  if (status !== 'pending') redirect('/account/membership')
  const t = await getTranslations('membership')
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader title={t('processing')} description={t('processingDescription')} />
    </Container>
  )
}
