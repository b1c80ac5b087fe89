import type { BillingDetails } from '@archway/api/documents/schema'
import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { Card } from '@archway/ui/card'
import { getTranslations } from 'next-intl/server'
import { countryChoices } from '@/lib/country-choices'
import { MessagesFor } from '@/lib/messages-for'
import { BuyerForm } from './buyer-form'
import { TaxSentence } from './tax-sentence'

/** Asks where the buyer is, and says what that means for the tax. */
export async function BuyerCard({
  quote: { tax, region },
  billing,
  locale,
  returnTo,
}: {
  quote: Pick<QuoteOutput, 'tax' | 'region'>
  billing: BillingDetails | null
  locale: string
  returnTo: string
}) {
  const t = await getTranslations('checkoutTax')
  const countries = countryChoices(locale)
  const hasNumber = tax.taxNumberStatus !== 'none'
  return (
    <Card className="gap-4 p-6">
      <div className="grid gap-1">
        <h2 className="font-semibold">{t('title')}</h2>
        <TaxSentence tax={tax} countries={countries} />
        {region ? (
          <p className="text-muted-foreground text-sm">
            {t('regionalPrices', { region: region.name })}
          </p>
        ) : null}
        {hasNumber ? (
          <p className="text-muted-foreground text-sm">{t(`number.${tax.taxNumberStatus}`)}</p>
        ) : null}
      </div>
      <MessagesFor namespaces={['checkoutTax']}>
        <BuyerForm
          key={`${tax.country} ${tax.region} ${tax.postalCode} ${billing?.taxNumber}`}
          tax={tax}
          taxNumber={billing?.taxNumber ?? null}
          countries={countries}
          returnTo={returnTo}
        />
      </MessagesFor>
    </Card>
  )
}
