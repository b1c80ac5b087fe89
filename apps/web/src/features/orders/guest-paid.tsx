import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** What happens next for somebody who has paid without an account: the link is in the mail. */
export async function GuestPaid({
  order,
}: {
  order: { number: number; guestEmail: string | null }
}) {
  const t = await getTranslations('guests.return')
  return (
    <Container size="content" className="py-16 sm:py-24">
      <EmptyState
        headingLevel={1}
        icon={<Icon name="success" />}
        title={t('paidTitle')}
        description={t('paidDescription', { number: order.number, email: order.guestEmail ?? '' })}
        actions={
          <LinkButton
            href={`/claim?order=${order.number}`}
            linkComponent={Link}
            variant="secondary"
          >
            {t('again')}
          </LinkButton>
        }
      />
    </Container>
  )
}
