import type { ClaimOffer } from '@archway/api/guests/schema'
import type { Actor } from '@archway/api/shared/actor'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** The order has an owner: the reader, or somebody else. */
export async function ClaimDone({ offer, actor }: { offer: ClaimOffer; actor: Actor }) {
  const t = await getTranslations('guests.claim')
  const isMine = offer.state === 'yours'
  const member = actor.type === 'member' ? actor : null
  return (
    <Container size="content" className="py-16 sm:py-24">
      <EmptyState
        headingLevel={1}
        icon={<Icon name={isMine ? 'success' : 'info'} />}
        title={t(isMine ? 'yoursTitle' : 'takenTitle')}
        description={
          isMine
            ? t('yoursText', { number: offer.orderNumber })
            : member
              ? t('takenElsewhere', { email: member.email })
              : t('takenText')
        }
        actions={
          isMine ? (
            <>
              <LinkButton href="/learning" linkComponent={Link}>
                {t('start')}
              </LinkButton>
              <LinkButton
                href={`/account/orders/${offer.orderId}`}
                linkComponent={Link}
                variant="secondary"
              >
                {t('see')}
              </LinkButton>
            </>
          ) : member ? undefined : (
            <LinkButton href="/sign-in" linkComponent={Link} variant="secondary">
              {t('signIn')}
            </LinkButton>
          )
        }
      />
    </Container>
  )
}
