import { giftTokenInput } from '@archway/api/gifts/schema'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClaimPage, DeadLink } from '@/features/teams/claim-page'
import { OneStep } from '@/features/teams/forms'
import { MessagesFor } from '@/lib/messages-for'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teams.claim')
  return { title: t('giftTitle'), robots: { index: false }, referrer: 'same-origin' }
}

type Props = { searchParams: Promise<{ token?: string | string[] }> }

/** Taking a gift. */
export default async function ClaimGiftPage({ searchParams }: Props) {
  const input = giftTokenInput.safeParse({ token: (await searchParams).token })
  const offer = input.success ? await (await api()).gifts.offer(input.data) : null
  if (!input.success || offer === null) return <DeadLink />
  const t = await getTranslations('teams.claim')
  return (
    <ClaimPage
      title={t('giftTitle')}
      from={t('giftFrom', { name: offer.fromName ?? t('somebody') })}
      offering={offer.offering.title}
      message={offer.message}
      refusal={offer.refusal}
      returnTo={`/claim/gift?token=${input.data.token}`}
    >
      <MessagesFor namespaces={['teams']}>
        <OneStep
          action="claimGift"
          label={t('takeGift')}
          values={{ token: input.data.token }}
          variant="primary"
        />
      </MessagesFor>
    </ClaimPage>
  )
}
