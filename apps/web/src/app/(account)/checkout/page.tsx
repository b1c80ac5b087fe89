import { maxCodes } from '@archway/api/coupons/schema'
import { checkoutAddress, itemOfAddress } from '@archway/api/orders/rules/item-address'
import { cartInput } from '@archway/api/orders/schema/order'
import { Alert } from '@archway/ui/alert'
import { Card } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { currentActor } from '@/auth/actor'
import { BilledTo } from '@/features/checkout/billed-to'
import { BuyerCard } from '@/features/checkout/buyer-card'
import { checkoutPath } from '@/features/checkout/checkout-path'
import { CodeForm } from '@/features/checkout/code-form'
import { CountryForm } from '@/features/checkout/country-form'
import { CurrencyForm } from '@/features/checkout/currency-form'
import { GiftNote } from '@/features/checkout/gift-note'
import { GuestWay } from '@/features/checkout/guest-way'
import { EnrolFreeForm, PayForm } from '@/features/checkout/pay-form'
import { readPlace } from '@/features/checkout/place'
import { quoteWithCodes } from '@/features/checkout/quote-codes'
import { QuoteLines } from '@/features/checkout/quote-lines'
import { QuoteSums } from '@/features/checkout/quote-sums'
import { waiverText } from '@/features/checkout/waiver-text'
import { readCart } from '@/lib/cart'
import { countryGuess } from '@/lib/country-guess'
import { formatsFor, siteReader } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders.checkout'))('title'), robots: { index: false } }
}

type Props = {
  searchParams: Promise<{
    item?: string | string[]
    currency?: string
    code?: string | string[]
    /** where somebody without an account says that they are */
    country?: string
    region?: string
    postalCode?: string
  }>
}

/** What is bought, what it costs in total and how to get it back, before anybody pays, with or without an account. */
export default async function CheckoutPage({ searchParams }: Props) {
  const { item, currency = 'USD', code, country, region, postalCode } = await searchParams
  const items = [item ?? []].flat()
  const codes = [code ?? []]
    .flat()
    .slice(0, maxCodes)
    .map((text) => text.slice(0, 100))
  const actor = await currentActor()
  const member = actor.type === 'member' ? actor : null
  const reader = member ?? siteReader
  const t = await getTranslations('orders')
  const refusals = await getTranslations('errors')
  const cart = cartInput.safeParse({ items: items.map(itemOfAddress), currency, codes })
  if (!cart.success) {
    return (
      <Container size="content" className="py-16">
        <EmptyState
          headingLevel={1}
          title={t('checkout.cannot')}
          actions={
            <LinkButton href="/catalogue" linkComponent={Link}>
              {t('checkout.back')}
            </LinkButton>
          }
        />
      </Container>
    )
  }
  const billing = member && (await (await api()).documents.billing())
  // Until somebody says where they are, the page begins with what their browser speaks of.
  const { place: said, problems } =
    member === null && country
      ? readPlace({ country, ...(region ? { region } : {}), ...(postalCode ? { postalCode } : {}) })
      : { place: null, problems: {} }
  const guessed = countryGuess((await headers()).get('accept-language'))
  const unsaid = guessed === null ? null : { country: guessed, region: null, postalCode: null }
  const place = billing?.country ? null : (said ?? unsaid)
  const { quote, codeMessage } = await quoteWithCodes({
    ...cart.data,
    ...(place ? { buyer: { ...place, taxNumber: null } } : {}),
  })
  const formats = formatsFor(reader)
  const kept = new Map((await readCart()).map((item) => [checkoutAddress(item), item]))
  const money = (amountMinor: bigint) => formats.money({ amountMinor, currency: quote.currency })
  const { lines } = quote
  const isFree =
    quote.subtotalMinor === 0n &&
    lines.length === 1 &&
    quote.bundles.length === 0 &&
    lines[0]?.purpose === 'access'
  const isSettled = quote.totalMinor === 0n && quote.discountMinor > 0n
  const accepted = quote.coupons.map((coupon) => coupon.code)
  const address = { items, currency, codes: accepted, place: said }
  const returnTo = checkoutPath(address)
  const isGuestsWay =
    member === null && quote.problems.every(({ reason }) => reason === 'account-needed')
  // Of nothing that can be bought there are no sums; another currency, or an account, may change that.
  const isEmpty = lines.length === 0 && quote.currencies.length < 2 && !isGuestsWay
  const isOwned = quote.problems.some(({ reason }) => reason === 'already-owned')
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader title={t('checkout.title')} description={t('checkout.description')} />
      <div className="mt-10 grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
        <div className="grid gap-6">
          {quote.problems.map((problem) => (
            <Alert
              key={`${problem.item} ${problem.reason}`}
              variant="warning"
              title={problem.title ?? t('checkout.cannot')}
              action={
                problem.reason === 'already-owned' ? (
                  <LinkButton href="/learning" linkComponent={Link} size="sm" variant="secondary">
                    {t('checkout.openIt')}
                  </LinkButton>
                ) : problem.reason === 'wish-gone' ? (
                  <LinkButton href="/cart" linkComponent={Link} size="sm" variant="secondary">
                    {t('checkout.toCart')}
                  </LinkButton>
                ) : undefined
              }
            >
              {refusals(problem.reason, { noun: 'offering' })}
            </Alert>
          ))}
          <QuoteLines
            quote={quote}
            formats={formats}
            below={(index) => {
              const item = kept.get(items[index] ?? '')
              return item ? <GiftNote item={item} formats={formats} /> : null
            }}
          />
          {member === null && quote.totalMinor > 0n ? (
            <CountryForm
              tax={quote.tax}
              address={address}
              problems={problems}
              locale={reader.locale}
            />
          ) : null}
          {member && quote.totalMinor > 0n && quote.asksCountry ? (
            <BuyerCard quote={quote} billing={billing} locale={member.locale} returnTo={returnTo} />
          ) : null}
          {member && quote.totalMinor > 0n ? (
            <BilledTo billing={billing} buyer={member} returnTo={returnTo} />
          ) : null}
        </div>
        <Card className={isEmpty ? 'hidden' : 'gap-6 p-6'}>
          {lines.length > 0 ? (
            <>
              <h2 className="font-semibold">{t('checkout.summary')}</h2>
              <QuoteSums quote={quote} money={money} />
            </>
          ) : null}
          <CurrencyForm
            items={items}
            currency={quote.currency}
            currencies={quote.currencies}
            codes={accepted}
            place={said}
            locale={reader.locale}
          />
          {quote.subtotalMinor > 0n ? (
            <CodeForm
              quote={quote}
              items={items}
              place={said}
              message={codeMessage}
              formats={formats}
            />
          ) : null}
          {member?.isEmailVerified === false ? (
            <Alert
              variant="warning"
              title={t('checkout.verify')}
              action={
                <LinkButton href="/account" linkComponent={Link} size="sm" variant="secondary">
                  {t('checkout.verifyAction')}
                </LinkButton>
              }
            >
              {t('checkout.verifyDescription')}
            </Alert>
          ) : null}
          {quote.problems.length === 0 && member?.isEmailVerified && lines[0] ? (
            <MessagesFor namespaces={[]}>
              {isFree ? (
                <EnrolFreeForm offeringId={lines[0].offeringId} label={t('checkout.enrol')} />
              ) : (
                <PayForm
                  items={items}
                  currency={quote.currency}
                  codes={accepted}
                  place={place}
                  waiver={await waiverText(quote)}
                  label={
                    isSettled
                      ? t('checkout.settle')
                      : t('checkout.payWith', { total: money(quote.totalMinor) })
                  }
                />
              )}
            </MessagesFor>
          ) : null}
          {isGuestsWay ? (
            <GuestWay quote={quote} address={address} place={place} money={money} />
          ) : null}
          {isFree || isOwned || lines.length === 0 ? null : (
            <p className="text-muted-foreground text-sm">
              {t(isSettled ? 'checkout.settleNote' : 'checkout.redirectNote')}
            </p>
          )}
        </Card>
      </div>
    </Container>
  )
}
