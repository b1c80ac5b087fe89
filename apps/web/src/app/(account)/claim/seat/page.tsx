import { seatTokenInput } from '@archway/api/seats/schema'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClaimPage, DeadLink } from '@/features/teams/claim-page'
import { ClaimSeatForm } from '@/features/teams/forms'
import { MessagesFor } from '@/lib/messages-for'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teams.claim')
  return { title: t('seatTitle'), robots: { index: false }, referrer: 'same-origin' }
}

type Props = { searchParams: Promise<{ token?: string | string[] }> }

/** Taking a seat of a team's pack. */
export default async function ClaimSeatPage({ searchParams }: Props) {
  const input = seatTokenInput.safeParse({ token: (await searchParams).token })
  const offer = input.success ? await (await api()).seats.offer(input.data) : null
  if (!input.success || offer === null) return <DeadLink />
  const t = await getTranslations('teams.claim')
  const owner = offer.ownerName ?? t('somebody')
  return (
    <ClaimPage
      title={t('seatTitle')}
      from={t('seatFrom', { name: owner })}
      offering={offer.offering.title}
      refusal={offer.refusal}
      isHeld={offer.isHeld}
      returnTo={`/claim/seat?token=${input.data.token}`}
    >
      <MessagesFor namespaces={['teams']}>
        <ClaimSeatForm token={input.data.token} owner={owner} />
      </MessagesFor>
    </ClaimPage>
  )
}
