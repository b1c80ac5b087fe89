import { checkoutAddress } from '@archway/api/orders/rules/item-address'
import { currencyCode } from '@archway/api/orders/schema/order'
import { Alert } from '@archway/ui/alert'
import { Card } from '@archway/ui/card'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { currentActor } from '@/auth/actor'
import { CartActions } from '@/features/checkout/cart-actions'
import { checkoutPath } from '@/features/checkout/checkout-path'
import { CurrencyForm } from '@/features/checkout/currency-form'
import { GiftNote } from '@/features/checkout/gift-note'
import { QuoteLines } from '@/features/checkout/quote-lines'
import { QuoteSums } from '@/features/checkout/quote-sums'
import { isCartApart, readCart } from '@/lib/cart'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cart'))('title'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ currency?: string; problem?: string }> }

/** Refusals of a change that come back in the address. */
const refusals = ['cart-full', 'cart-item-unknown', 'seats-quantity'] as const

/** What somebody means to buy, signed in or not: what it costs together and what of it cannot be bought. */
export default async function CartPage({ searchParams }: Props) {
  const asked = await searchParams
  const currency = currencyCode.catch('USD').parse(asked.currency)
  const actor = await currentActor()
  if (asked.problem === undefined && (await isCartApart())) {
    redirect(`/api/cart/along?${new URLSearchParams({ currency })}`)
  }
  const items = await readCart()
  const t = await getTranslations('cart')
  const errors = await getTranslations('errors')
  const refusal = refusals.find((reason) => reason === asked.problem)
  const notice = refusal ? (
    <Alert variant="warning" title={t('notChanged')} className="mt-8">
      {errors(refusal)}
    </Alert>
  ) : null
  if (items.length === 0) {
    return (
      <Container size="content" className="py-16">
        {notice}
        <EmptyState
          headingLevel={1}
          title={t('empty')}
          description={t('emptyDescription')}
          actions={
            <>
              <LinkButton href="/catalogue" linkComponent={Link}>
                {t('catalogue')}
              </LinkButton>
              <LinkButton href="/bundles" linkComponent={Link} variant="secondary">
                {t('bundles')}
              </LinkButton>
            </>
          }
        />
      </Container>
    )
  }
  const quote = await (await api()).orders.quote({ items, currency })
  const locale = actor.type === 'member' ? actor.locale : await getLocale()
  const timeZone = actor.type === 'member' ? actor.timeZone : 'UTC'
  const formats = formatsFor({ locale, timeZone })
  const unsold = new Set(quote.problems.map(({ item }) => item))
  const sold = items.flatMap((item, index) =>
    unsold.has(index) ? [] : (checkoutAddress(item) ?? []),
  )
  const below = (index: number) => {
    const item = items[index]
    return item ? (
      <>
        <GiftNote item={item} formats={formats} />
        <CartActions item={item} currency={currency} />
      </>
    ) : null
  }
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader title={t('title')} description={t('description', { count: items.length })} />
      {notice}
      <div className="mt-10 grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
        <div className="grid gap-6">
          {quote.problems.map((problem) => (
            <Alert
              key={`${problem.item} ${problem.reason}`}
              variant="warning"
              title={problem.title ?? t('cannot')}
              action={problem.reason === 'below-minimum-charge' ? null : below(problem.item)}
            >
              {errors(problem.reason, { noun: 'offering' })}
            </Alert>
          ))}
          <QuoteLines quote={quote} formats={formats} below={below} />
        </div>
        <Card className="gap-6 p-6">
          <h2 className="font-semibold">{t('summary')}</h2>
          <QuoteSums
            quote={quote}
            money={(amountMinor) => formats.money({ amountMinor, currency: quote.currency })}
          />
          <CurrencyForm
            action="/cart"
            items={[]}
            currency={quote.currency}
            currencies={quote.currencies}
            codes={[]}
            locale={locale}
          />
          {sold.length > 0 ? (
            <>
              <LinkButton
                href={checkoutPath({ items: sold, currency, codes: [] })}
                linkComponent={Link}
                size="lg"
                className="w-full"
              >
                {unsold.size > 0 ? t('checkoutRest', { count: sold.length }) : t('checkout')}
              </LinkButton>
              <p className="text-muted-foreground text-sm">{t('codesLater')}</p>
            </>
          ) : null}
          <p className="text-muted-foreground text-sm">
            {actor.type === 'member' ? t('keptForYou') : t('keptHere')}
          </p>
        </Card>
      </div>
    </Container>
  )
}
