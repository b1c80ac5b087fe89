import { quoteMembershipInput } from '@archway/api/subscriptions/schema'
import { Alert } from '@archway/ui/alert'
import { Card } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { BuyerCard } from '@/features/checkout/buyer-card'
import { waiverText } from '@/features/checkout/waiver-text'
import { membershipCheckoutPath } from '@/features/membership/checkout-path'
import { MembershipSums } from '@/features/membership/membership-sums'
import { StartForm } from '@/features/membership/start-form'
import { countryGuess } from '@/lib/country-guess'
import { formatsFor } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { membershipPath } from '@/lib/paths'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('membership.checkout')
  return { title: t('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ period?: string | string[]; currency?: string | string[] }> }

/** What a membership costs each time, with its tax, and what is given up for it, before anybody pays. */
export default async function MembershipCheckoutPage({ searchParams }: Props) {
  const asked = quoteMembershipInput.safeParse(await searchParams)
  if (!asked.success) redirect(membershipPath)
  const { period, currency } = asked.data
  const path = membershipCheckoutPath(period, currency)
  const member = await requireMember(path)
  const procedures = await api()
  const mine = await procedures.subscriptions.mine()
  if (mine.membership?.isLive) redirect('/account/membership')
  const billing = await procedures.documents.billing()
  // Until somebody says where they are, the page begins with what their browser speaks of.
  const guess = billing?.country ? null : countryGuess((await headers()).get('accept-language'))
  const quote = await procedures.subscriptions.quote({
    period,
    currency,
    ...(guess ? { buyer: { country: guess, taxNumber: null } } : {}),
  })
  const formats = formatsFor(member)
  const t = await getTranslations('membership.checkout')
  const orders = await getTranslations('orders.checkout')
  const waiver = await waiverText(quote)
  const total = formats.money({ amountMinor: quote.totalMinor, currency })
  const isTrial = quote.trialDays > 0
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader title={quote.title} description={t('description')} />
      <div className="mt-10 grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
        <div className="grid gap-6">
          {quote.tax.needsCountry || quote.tax.country !== null ? (
            <BuyerCard
              quote={{ tax: quote.tax, region: null }}
              billing={billing}
              locale={member.locale}
              returnTo={path}
            />
          ) : null}
          <p className="text-sm">
            <Link href={`${membershipPath}?currency=${currency}`} className="text-link">
              {t('other')}
            </Link>
          </p>
        </div>
        <Card className="gap-6 p-6">
          <h2 className="font-semibold">{t('summary')}</h2>
          <MembershipSums quote={quote} formats={formats} />
          {member.isEmailVerified ? (
            <MessagesFor namespaces={[]}>
              <StartForm
                period={period}
                currency={currency}
                country={guess}
                waiver={waiver && { ...waiver, hint: t('waiverHint', { days: quote.refundDays }) }}
                label={isTrial ? t('try') : t('pay', { total })}
              />
            </MessagesFor>
          ) : (
            <Alert
              variant="warning"
              title={orders('verify')}
              action={
                <LinkButton href="/account" linkComponent={Link} size="sm" variant="secondary">
                  {orders('verifyAction')}
                </LinkButton>
              }
            >
              {orders('verifyDescription')}
            </Alert>
          )}
          <p className="text-muted-foreground text-sm">
            {t(isTrial ? 'trialNote' : 'note')}
            {period === 'per_year' ? ` ${t('yearNote')}` : null}
          </p>
        </Card>
      </div>
    </Container>
  )
}
