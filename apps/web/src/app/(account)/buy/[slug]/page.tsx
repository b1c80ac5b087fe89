import { yearAfter } from '@archway/api/gifts/rules'
import { dayIn } from '@archway/api/orders/rules/overview-period'
import { seatLimits } from '@archway/api/seats/schema'
import { isSlug } from '@archway/api/shared/slug'
import { Card } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { loadOffering } from '@/features/catalog/loaders'
import { saleOf } from '@/features/catalog/offering/sale'
import { BuyGiftForm, BuySeatsForm } from '@/features/teams/buy-forms'
import { deps } from '@/lib/deps'
import { formatsFor } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { offeringPath } from '@/lib/paths'

/** Made for each request, complete without JavaScript. */
export const instant = false

export const metadata: Metadata = { robots: { index: false } }

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ currency?: string | string[] }>
}

/** Buying a course or program for others: seats for a team, or a gift. */
export default async function BuyForOthersPage({ params, searchParams }: Props) {
  const { slug } = await params
  const member = await requireMember(`/buy/${slug}`)
  const loaded = isSlug(slug) ? await loadOffering(slug) : null
  if (!loaded || loaded.offering.kind === 'certification') notFound()
  const { offering } = loaded
  const sale = saleOf(offering, offering.status === 'retired')
  if (sale.type !== 'paid') notFound()
  const { currency } = await searchParams
  const price =
    [sale.price, ...sale.others].find((candidate) => candidate.currency === currency) ?? sale.price
  const t = await getTranslations('teams.buy')
  const today = dayIn(deps().clock.now(), member.timeZone)
  const offered = { offeringId: offering.id, currency: price.currency }
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader
        title={t('title', { title: offering.title })}
        description={t('description')}
        actions={
          <LinkButton href={offeringPath(offering)} linkComponent={Link} variant="ghost" size="sm">
            {t('back')}
          </LinkButton>
        }
      />
      <MessagesFor namespaces={['teams']}>
        <div className="mt-10 grid items-start gap-8 lg:grid-cols-2">
          <Card className="gap-4 p-6">
            <h2 className="font-semibold text-lg">{t('seats')}</h2>
            <p className="text-muted-foreground text-sm">{t('seatsText')}</p>
            <BuySeatsForm
              offered={offered}
              {...seatLimits}
              price={formatsFor(member).money(price)}
            />
          </Card>
          <Card className="gap-4 p-6">
            <h2 className="font-semibold text-lg">{t('gift')}</h2>
            <p className="text-muted-foreground text-sm">{t('giftText')}</p>
            <BuyGiftForm offered={offered} days={{ first: today, last: yearAfter(today) }} />
          </Card>
        </div>
      </MessagesFor>
    </Container>
  )
}
