import { Card } from '@archway/ui/card'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { EditGiftForm, OneStep } from '@/features/teams/forms'
import { GiftStateText } from '@/features/teams/gift-state'
import { formatsFor } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams.gifts'))('title'), robots: { index: false } }
}

type Props = { params: Promise<{ giftId: string }> }

/** One gift for its buyer: where it stands, and what can still be changed until it is claimed. */
export default async function GiftPage({ params }: Props) {
  const { giftId } = await params
  const member = await requireMember(`/account/gifts/${giftId}`)
  const gift = await orNotFound((await api()).gifts.get({ giftId }))
  const t = await getTranslations('teams')
  const formats = formatsFor(member)
  const isScheduled = gift.state === 'scheduled'
  return (
    <AccountPage
      current="teams"
      title={t('gift.title', { title: gift.offering.title })}
      description={t('gifts.for', { recipient: gift.recipientName ?? gift.recipientEmail })}
    >
      <MessagesFor namespaces={['teams']}>
        <div className="grid max-w-2xl gap-8">
          <Card className="gap-4 p-6">
            <p className="font-medium">
              <GiftStateText gift={gift} formats={formats} />
            </p>
            {gift.message === '' ? null : (
              <blockquote
                aria-label={t('gift.message')}
                className="wrap-anywhere whitespace-pre-line border-accent border-s-2 ps-4 text-muted-foreground"
              >
                {gift.message}
              </blockquote>
            )}
            <div className="flex flex-wrap gap-x-3">
              <LinkButton
                href={`/account/orders/${gift.order.id}`}
                linkComponent={Link}
                variant="ghost"
                size="sm"
                className="-ms-3"
              >
                {t('gift.order')}
              </LinkButton>
              {gift.canChange ? (
                <LinkButton
                  href={`/account/orders/${gift.order.id}/refund/${gift.orderLineId}`}
                  linkComponent={Link}
                  variant="ghost"
                  size="sm"
                >
                  {t('gift.refund')}
                </LinkButton>
              ) : null}
            </div>
            {gift.canChange ? (
              <>
                <OneStep
                  action="sendGift"
                  label={t(isScheduled ? 'gift.send' : 'gift.sendAgain')}
                  values={{ giftId, sends: String(gift.sends) }}
                />
                <OneStep action="makeGiftLink" label={t('gift.link')} values={{ giftId }} />
              </>
            ) : null}
          </Card>
          {gift.canChange ? (
            <Card className="gap-4 p-6">
              <h2 className="font-semibold text-lg">{t('gift.change')}</h2>
              <EditGiftForm
                giftId={giftId}
                recipientEmail={gift.recipientEmail}
                recipientName={gift.recipientName}
                isScheduled={isScheduled}
              />
            </Card>
          ) : null}
        </div>
      </MessagesFor>
    </AccountPage>
  )
}
