import type { ClaimOffer } from '@archway/api/guests/schema'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** The order has an owner: the reader, or somebody else. */
export async function ClaimDone({ offer }: { offer: ClaimOffer }) {
  const t = await getTranslations('guests.claim')
  const isMine = offer.state === 'yours'
  return (
    <Container size="content" className="py-16 sm:py-24">
      <EmptyState
        headingLevel={1}
        icon={<Icon name={isMine ? 'success' : 'info'} />}
        title={t(isMine ? 'yoursTitle' : 'takenTitle')}
        description={isMine ? t('yoursText', { number: offer.orderNumber }) : t('takenText')}
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
          ) : (
            <LinkButton href="/sign-in" linkComponent={Link} variant="secondary">
              {t('signIn')}
            </LinkButton>
          )
        }
      />
    </Container>
  )
}
