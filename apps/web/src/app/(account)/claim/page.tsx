import { type ClaimOffer, claimInput } from '@archway/api/guests/schema'
import { DomainError } from '@archway/api/shared/errors'
import { Alert } from '@archway/ui/alert'
import { TRPCError } from '@trpc/server'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentActor } from '@/auth/actor'
import { ClaimDone } from '@/features/orders/claim-done'
import { AskLinkForm } from '@/features/orders/claim-forms'
import { ClaimView } from '@/features/orders/claim-view'
import { formatsFor, siteReader } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

/** The address of this page is a secret: it goes to no other site, and into no index. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guests.ask')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

type Props = { searchParams: Promise<{ token?: string; order?: string }> }

/**
 * Where the link in a guest's receipt leads: what was bought, and into whose account it goes. Without a
 * link, or with one that works no more, the form that sends it again.
 */
export default async function ClaimPage({ searchParams }: Props) {
  const { token, order: orderNumber = '' } = await searchParams
  const actor = await currentActor()
  const found = token ? await findOffer(token) : null
  const offer = found && 'state' in found ? found : null
  const expired = found && 'expiredNumber' in found ? found : null
  if (token && offer) {
    const formats = formatsFor(actor.type === 'member' ? actor : siteReader)
    return offer.state === 'open' ? (
      <ClaimView offer={offer} token={token} actor={actor} formats={formats} />
    ) : (
      <ClaimDone offer={offer} actor={actor} />
    )
  }
  const t = await getTranslations('guests')
  return (
    <div className="mx-auto grid w-full max-w-md gap-6 px-5 py-14 sm:py-20">
      <div>
        <h1 className="font-display text-3xl">{t('ask.title')}</h1>
        <p className="mt-2 text-muted-foreground">{t('ask.description')}</p>
      </div>
      {expired ? (
        <Alert variant="warning" title={t('claim.expiredTitle')}>
          {t('claim.expiredText', { number: expired.expiredNumber })}
        </Alert>
      ) : token ? (
        <Alert variant="warning" title={t('claim.invalidTitle')}>
          {t('claim.invalidText')}
        </Alert>
      ) : null}
      <MessagesFor namespaces={['guests']}>
        <AskLinkForm orderNumber={numberOf(expired, orderNumber)} />
      </MessagesFor>
    </div>
  )
}

type Expired = { expiredNumber: number }

/** The order that a link is asked for again: of one that is too old it is known. */
const numberOf = (expired: Expired | null, asked: string): string =>
  expired ? String(expired.expiredNumber) : /^\d{1,10}$/.test(asked) ? asked : ''

/** What the link is for, or which order it was for when it is too old; null when it is none. */
async function findOffer(token: string): Promise<ClaimOffer | Expired | null> {
  const input = claimInput.safeParse({ token })
  if (!input.success) return null
  try {
    return await (await api()).guests.claimOffer(input.data)
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : null
    if (cause instanceof DomainError && cause.kind === 'not_found') return null
    if (cause instanceof DomainError && cause.reason === 'claim-link-expired') {
      return { expiredNumber: Number(cause.details.number) }
    }
    throw error
  }
}
