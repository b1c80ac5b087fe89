import { Card } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { currentActor } from '@/auth/actor'
import { startMembership } from '@/features/membership/actions'
import { FormFrame } from '@/features/shell/form-frame'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request: the trial and the price depend on who asks. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('membership')
  return { title: t('title'), alternates: { canonical: '/membership' } }
}

export default async function MembershipPage() {
  const actor = await currentActor()
  const procedures = await api()
  const offer = await procedures.subscriptions.offer()
  const mine = actor.type === 'member' ? await procedures.subscriptions.mine() : null
  const t = await getTranslations('membership')
  const formats = formatsFor(actor.type === 'member' ? actor : { locale: 'en', timeZone: 'UTC' })
  const isMember = mine?.membership && !['ended', 'pending'].includes(mine.membership.status)
  const days = mine ? mine.trialDays : (offer?.trialDays ?? 0)
  if (!offer) {
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
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader
        title={offer.title}
        description={t('offerDescription', { courses: offer.courses, programs: offer.programs })}
      />
      {isMember ? (
        <LinkButton href="/account/membership" linkComponent={Link} className="mt-8">
          {t('mine')}
        </LinkButton>
      ) : null}
      <div className="mt-10 grid gap-8">
        {offer.currencies.map(({ currency, plans, savingPercent }) => (
          <section key={currency} aria-label={currency}>
            <h2 className="mb-4 font-semibold text-lg">{currency}</h2>
            <div className="grid gap-4 sm:grid-cols-2">
              {plans.map((plan) => {
                const price = formats.money(plan)
                const isYear = plan.period === 'per_year'
                const name = t(isYear ? 'perYear' : 'perMonth', { price })
                return (
                  <Card key={plan.period} className="grid content-between gap-4 p-6">
                    <div>
                      <h3 className="font-display text-2xl">{name}</h3>
                      {isYear && savingPercent ? (
                        <p className="mt-1 text-success text-sm">
                          {t('saving', { percent: savingPercent })}
                        </p>
                      ) : null}
                      <p className="mt-3 text-muted-foreground text-sm">
                        {days > 0
                          ? t('trialTerms', { days, plan: name })
                          : t('terms', { plan: name })}
                      </p>
                    </div>
                    {isMember ? null : (
                      <FormFrame
                        action={startMembership.bind(null, plan.period, currency)}
                        submitLabel={t(days > 0 ? 'startTrial' : 'start')}
                        isWide
                      />
                    )}
                  </Card>
                )
              })}
            </div>
          </section>
        ))}
      </div>
      <p className="mt-8 text-muted-foreground text-sm">{t('howToCancel')}</p>
    </Container>
  )
}
