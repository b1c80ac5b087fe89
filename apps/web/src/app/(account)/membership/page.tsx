import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import { NavTabs } from '@archway/ui/nav-tabs'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { currentActor } from '@/auth/actor'
import { PlanCards } from '@/features/membership/plan-cards'
import { formatsFor, siteReader } from '@/lib/formats'
import { membershipPath } from '@/lib/paths'
import { api } from '@/lib/trpc-server'

/** Made for each request: the trial and the price depend on who asks. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('membership')
  // Written while building, too, when no address of the site is known yet.
  return {
    title: t('title'),
    description: t('description'),
    alternates: { canonical: membershipPath },
  }
}

const benefits = ['all', 'record', 'progress', 'pause'] as const

type Props = { searchParams: Promise<{ currency?: string | string[] }> }

export default async function MembershipPage({ searchParams }: Props) {
  const actor = await currentActor()
  const procedures = await api()
  const offer = await procedures.subscriptions.offer()
  const t = await getTranslations('membership')
  const wanted = [(await searchParams).currency ?? 'USD'].flat()[0]
  const plans =
    offer?.currencies.find(({ currency }) => currency === wanted) ?? offer?.currencies[0]
  if (!offer || !plans) {
    return (
      <Container size="content" className="py-10 sm:py-14">
        <PageHeader title={t('title')} />
        <EmptyState
          className="mt-10"
          title={t('none')}
          description={t('noneDescription')}
          actions={
            <LinkButton href="/catalogue" linkComponent={Link}>
              {t('catalogue')}
            </LinkButton>
          }
        />
      </Container>
    )
  }
  const member = actor.type === 'member' ? actor : null
  const mine = member ? await procedures.subscriptions.mine() : null
  const isMember = mine?.membership?.isLive ?? false
  const trialDays = mine ? mine.trialDays : offer.trialDays
  const notes = [
    ['cancelTitle', t('howToCancel')],
    ['refundTitle', t('refundText', { days: offer.refundDays })],
    ['keepTitle', t('keepText')],
  ] as const
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader
        title={offer.title}
        description={offer.summary}
        actions={
          isMember ? (
            <LinkButton href="/account/membership" linkComponent={Link}>
              {t('memberNow')}
            </LinkButton>
          ) : undefined
        }
      />
      {offer.currencies.length > 1 ? (
        <NavTabs
          className="mt-8"
          label={t('currencies')}
          linkComponent={Link}
          items={offer.currencies.map(({ currency }) => ({
            href: `${membershipPath}?currency=${currency}`,
            label: currency,
            current: currency === plans.currency,
          }))}
        />
      ) : null}
      <div className="mt-8">
        <PlanCards
          plans={plans}
          trialDays={trialDays}
          isMember={isMember}
          formats={formatsFor(member ?? siteReader)}
        />
        {offer.exclusiveCurrencies ? (
          <p className="mt-4 text-muted-foreground text-sm">
            {t(offer.exclusiveCurrencies.includes(plans.currency) ? 'plusTax' : 'withTax')}
          </p>
        ) : null}
      </div>
      <section className="mt-14" aria-labelledby="included">
        <h2 id="included" className="font-semibold text-lg">
          {t('included')}
        </h2>
        <p className="mt-2 text-muted-foreground">
          {t('offerDescription', { courses: offer.courses, programs: offer.programs })}
        </p>
        <ul className="mt-4 grid gap-x-10 gap-y-3 sm:grid-cols-2">
          {benefits.map((benefit) => (
            <li key={benefit} className="flex gap-3">
              <Icon name="check" className="mt-1 size-4.5 shrink-0 text-accent" />
              <span>{t(`benefits.${benefit}`)}</span>
            </li>
          ))}
        </ul>
        <p className="mt-4 text-muted-foreground text-sm">{t('exams')}</p>
      </section>
      <section className="mt-14" aria-labelledby="questions">
        <h2 id="questions" className="font-semibold text-lg">
          {t('questions')}
        </h2>
        <dl className="mt-4 grid gap-x-10 gap-y-6 sm:grid-cols-3">
          {notes.map(([key, text]) => (
            <div key={key}>
              <dt className="font-medium">{t(key)}</dt>
              <dd className="mt-1 text-muted-foreground text-sm">{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Container>
  )
}
