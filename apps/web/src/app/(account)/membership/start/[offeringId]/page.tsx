import { Container } from '@archway/ui/container'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { startLearning } from '@/features/membership/actions'
import { FormFrame } from '@/features/shell/form-frame'

/** Made for each request: what a membership opens is one's own. */
export const instant = false

export const metadata: Metadata = { robots: { index: false } }

type Props = { params: Promise<{ offeringId: string }> }

export default async function StartLearningPage({ params }: Props) {
  const { offeringId } = await params
  await requireMember(`/membership/start/${offeringId}`)
  const t = await getTranslations('membership')
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader title={t('begin')} description={t('beginDescription')} />
      <div className="mt-8">
        <FormFrame action={startLearning.bind(null, offeringId)} submitLabel={t('begin')} />
      </div>
    </Container>
  )
}
