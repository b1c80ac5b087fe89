import type { ClaimOffer } from '@archway/api/guests/schema'
import type { Actor } from '@archway/api/shared/actor'
import { Alert } from '@archway/ui/alert'
import { Card } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { ClaimAsNewForm, ClaimForm } from './claim-forms'
import { ClaimLines } from './claim-lines'
import { claimPath } from './claim-path'

type Props = { offer: ClaimOffer; token: string; actor: Actor; formats: Formats }

/** What a guest has paid for, and the ways to open it: this account, a new one, or another one. */
export async function ClaimView({ offer, token, actor, formats }: Props) {
  const t = await getTranslations('guests.claim')
  const isEmptied = offer.lines.every(
    (line) => line.amountMinor > 0n && line.refundedMinor >= line.amountMinor,
  )
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader
        title={t('title', { number: offer.orderNumber })}
        description={isEmptied ? t('nothing') : t('description')}
      />
      <div className="mt-10 grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
        <ClaimLines offer={offer} token={token} formats={formats} />
        {isEmptied ? null : (
          <Card className="gap-6 p-6">
            <MessagesFor namespaces={['guests']}>
              <Ways offer={offer} token={token} actor={actor} />
            </MessagesFor>
            <p className="text-muted-foreground text-sm">
              {t('until', { date: formats.date(offer.expiresAt) })}
            </p>
          </Card>
        )}
      </div>
    </Container>
  )
}

async function Ways({ offer, token, actor }: Omit<Props, 'formats'>) {
  const t = await getTranslations('guests.claim')
  const { email } = offer
  const signIn = (
    <LinkButton
      href={`/sign-in?${new URLSearchParams({ returnTo: claimPath(token) })}`}
      linkComponent={Link}
      variant={offer.hasAccount ? 'primary' : 'secondary'}
    >
      {t('signIn')}
    </LinkButton>
  )
  if (actor.type === 'member') {
    return (
      <>
        <h2 className="font-semibold">{t('into')}</h2>
        <p className="break-words text-sm">{t('asMember', { email: actor.email })}</p>
        {actor.email.toLowerCase() === email.toLowerCase() ? null : (
          <p className="break-words text-muted-foreground text-sm">{t('asOther', { email })}</p>
        )}
        {actor.isEmailVerified ? (
          <ClaimForm token={token} label={t('submit')} />
        ) : (
          <Alert
            variant="warning"
            action={
              <LinkButton href="/account" linkComponent={Link} size="sm" variant="secondary">
                {t('confirm')}
              </LinkButton>
            }
          >
            {t('unconfirmed')}
          </Alert>
        )}
      </>
    )
  }
  if (offer.hasAccount) {
    return (
      <>
        <h2 className="font-semibold">{t('into')}</h2>
        <p className="break-words text-sm">{t('signInText', { email })}</p>
        {signIn}
      </>
    )
  }
  return (
    <>
      <div className="grid gap-1">
        <h2 className="font-semibold">{t('newTitle')}</h2>
        <p className="break-words text-muted-foreground text-sm">{t('newText', { email })}</p>
      </div>
      <ClaimAsNewForm token={token} email={email} />
      <div className="grid gap-3 border-border border-t pt-6">
        <p className="text-sm">
          <strong className="font-medium">{t('haveAccount')}</strong> {t('signInOther')}
        </p>
        {signIn}
      </div>
    </>
  )
}
