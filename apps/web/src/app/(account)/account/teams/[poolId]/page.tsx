import { Alert } from '@archway/ui/alert'
import { Card } from '@archway/ui/card'
import { LinkButton } from '@archway/ui/link-button'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { InviteForm, OneStep } from '@/features/teams/forms'
import { SeatList } from '@/features/teams/seat-list'
import { formatsFor } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { orNotFound } from '@/lib/or-not-found'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams.packs'))('title'), robots: { index: false } }
}

type Props = { params: Promise<{ poolId: string }> }

/** One pack: who has its seats, and everything that its owner does with them. */
export default async function PackPage({ params }: Props) {
  const { poolId } = await params
  const member = await requireMember(`/account/teams/${poolId}`)
  const pack = await orNotFound((await api()).seats.get({ poolId }))
  const t = await getTranslations('teams.pack')
  const errors = await getTranslations('errors')
  const formats = formatsFor(member)
  const { counts } = pack
  const isOpen = pack.state === 'active'
  const figures = [
    { label: t('counts'), value: counts.capacity },
    { label: t('claimed'), value: counts.claimed },
    { label: t('invited'), value: counts.invited },
    { label: t('free'), value: counts.free },
  ]
  return (
    <AccountPage current="teams" title={pack.offering.title}>
      <MessagesFor namespaces={['teams']}>
        <div className="grid gap-8">
          {isOpen ? null : (
            <Alert variant="warning">
              {errors(pack.state === 'suspended' ? 'pack-suspended' : 'pack-revoked')}
            </Alert>
          )}
          <Card className="gap-4 p-6">
            <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
              {figures.map(({ label, value }) => (
                <div key={label}>
                  <dt className="text-muted-foreground text-sm">{label}</dt>
                  <dd className="mt-1 font-semibold text-2xl tabular-nums">{value}</dd>
                </div>
              ))}
            </dl>
            <div className="-ms-3 flex flex-wrap">
              <LinkButton
                href={`/account/orders/${pack.order.id}`}
                linkComponent={Link}
                variant="ghost"
                size="sm"
              >
                {t('order')}
              </LinkButton>
              {isOpen && counts.unused > 0 ? (
                <LinkButton
                  href={`/account/orders/${pack.order.id}/refund/${pack.orderLineId}`}
                  linkComponent={Link}
                  variant="ghost"
                  size="sm"
                >
                  {t('refund')}
                </LinkButton>
              ) : null}
            </div>
          </Card>
          {isOpen ? (
            <div className="grid items-start gap-8 lg:grid-cols-2">
              <Card className="gap-4 p-6">
                <h2 className="font-semibold text-lg">{t('invite')}</h2>
                <InviteForm poolId={pack.id} />
              </Card>
              <Card className="gap-4 p-6">
                <h2 className="font-semibold text-lg">{t('link')}</h2>
                <p className="text-muted-foreground text-sm">
                  {pack.linkMadeAt
                    ? t('linkOn', { date: formats.dateTime(pack.linkMadeAt) })
                    : t('linkOff')}
                </p>
                <OneStep
                  action="makeSeatLink"
                  label={t(pack.linkMadeAt ? 'linkRenew' : 'linkMake')}
                  values={{ poolId: pack.id }}
                />
                {pack.linkMadeAt ? (
                  <OneStep
                    action="endSeatLink"
                    label={t('linkEnd')}
                    values={{ poolId: pack.id }}
                    variant="danger"
                  />
                ) : null}
              </Card>
            </div>
          ) : null}
          <section className="grid gap-4">
            <h2 className="font-semibold text-lg">{t('people')}</h2>
            <SeatList seats={pack.seats} canInvite={isOpen} />
          </section>
        </div>
      </MessagesFor>
    </AccountPage>
  )
}
