import type { Actor } from '@archway/api/shared/actor'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

type Props = {
  order: { number: number; guestEmail: string | null }
  /** who reads it, who may have signed in since */
  actor: Actor
}

/**
 * What happens next for somebody who has paid without an account: the link is in the mail, or, once it was
 * opened, the order is in an account.
 */
export async function GuestPaid({ order: { number, guestEmail }, actor }: Props) {
  const t = await getTranslations('guests.return')
  const member = actor.type === 'member' ? actor : null
  return (
    <Container size="content" className="py-16 sm:py-24">
      {guestEmail === null ? (
        <EmptyState
          headingLevel={1}
          icon={<Icon name="info" />}
          title={t('claimedTitle')}
          description={t(member ? 'claimedElsewhere' : 'claimedDescription', {
            number,
            email: member?.email ?? '',
          })}
          actions={
            member ? undefined : (
              <LinkButton href="/sign-in?returnTo=/account/orders" linkComponent={Link}>
                {t('signIn')}
              </LinkButton>
            )
          }
        />
      ) : (
        <EmptyState
          headingLevel={1}
          icon={<Icon name="success" />}
          title={t('paidTitle')}
          description={t(member ? 'paidSignedIn' : 'paidDescription', {
            number,
            email: guestEmail,
            account: member?.email ?? '',
          })}
          actions={
            <LinkButton href={`/claim?order=${number}`} linkComponent={Link} variant="secondary">
              {t('again')}
            </LinkButton>
          }
        />
      )}
    </Container>
  )
}
