import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { MessagesFor } from '@/lib/messages-for'
import { type CheckoutAddress, checkoutPath } from './checkout-path'
import { GuestForm } from './guest-form'
import type { Place } from './place'
import { waiverText } from './waiver-text'

/** The two ways of who is not signed in: an address alone, or an account. Some things take an account. */
export async function GuestWay({
  quote,
  address,
  place,
  money,
}: {
  quote: QuoteOutput
  address: CheckoutAddress
  place: Place | null
  money: (amountMinor: bigint) => string
}) {
  const t = await getTranslations('guests.checkout')
  const orders = await getTranslations('orders.checkout')
  const accounts = await getTranslations('accounts.signIn')
  const back = new URLSearchParams({ returnTo: checkoutPath({ ...address, place: null }) })
  const canPay = quote.problems.length === 0 && quote.subtotalMinor > 0n
  return (
    <>
      {canPay ? (
        <div className="grid gap-4 border-border border-t pt-6">
          <div className="grid gap-1">
            <h3 className="font-medium">{t('title')}</h3>
            <p className="text-muted-foreground text-sm">{t('text')}</p>
          </div>
          <MessagesFor namespaces={['guests']}>
            <GuestForm
              items={[...address.items]}
              currency={quote.currency}
              codes={[...address.codes]}
              place={place}
              waiver={await waiverText(quote)}
              label={
                quote.totalMinor > 0n
                  ? orders('payWith', { total: money(quote.totalMinor) })
                  : orders('settle')
              }
            />
          </MessagesFor>
        </div>
      ) : null}
      <div className="grid gap-3 border-border border-t pt-6">
        <div className="grid gap-1">
          <h3 className="font-medium">{t(canPay ? 'signInTitle' : 'needsAccountTitle')}</h3>
          <p className="text-muted-foreground text-sm">
            {t(canPay ? 'signInText' : 'needsAccountText')}
          </p>
        </div>
        <LinkButton
          href={`/sign-in?${back}`}
          linkComponent={Link}
          variant={canPay ? 'secondary' : 'primary'}
        >
          {t('signIn')}
        </LinkButton>
        <p className="text-muted-foreground text-sm">
          {accounts('noAccount')} <Link href={`/sign-up?${back}`}>{accounts('create')}</Link>
        </p>
      </div>
    </>
  )
}
