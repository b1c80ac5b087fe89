import type { QuoteOutput } from '@archway/api/orders/schema/quote'
import { Card } from '@archway/ui/card'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LinePrice } from '@/features/shell/line-price'
import type { Formats } from '@/lib/formats'
import { bundlePath, offeringPath } from '@/lib/paths'
import { refundSentence } from '@/lib/refund-sentence'

type Props = {
  quote: QuoteOutput
  formats: Formats
  /** what stands below an item, by its index */
  below?: (item: number) => ReactNode
}

/** What is bought, item by item, with the refund promise of each line; a bundle with its parts. */
export async function QuoteLines({ quote, formats, below }: Props) {
  const items = [...new Set(quote.lines.map(({ item }) => item))]
  return items.map((item) => {
    const lines = quote.lines.filter((line) => line.item === item)
    const bundle = quote.bundles.find((candidate) => candidate.item === item)
    return (
      <Card key={item} className="gap-3 p-6">
        {bundle ? (
          <BundleLines bundle={bundle} lines={lines} quote={quote} formats={formats} />
        ) : (
          lines.map((line) => (
            <SingleLine key={line.offeringId} line={line} quote={quote} formats={formats} />
          ))
        )}
        {below?.(item)}
      </Card>
    )
  })
}

type Line = QuoteOutput['lines'][number]

async function SingleLine({ line, quote, formats }: Props & { line: Line }) {
  const t = await getTranslations('orders')
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="font-semibold text-lg">
          <Link href={offeringPath(line)} prefetch={false} className="hover:underline">
            {line.title}
          </Link>
        </h2>
        <p className="font-medium">
          <LinePrice
            line={line}
            currency={quote.currency}
            formats={formats}
            freeLabel={t('free')}
          />
        </p>
      </div>
      {line.credits.map((credit) => (
        <p key={credit.sourceLineId} className="text-sm">
          {t('checkout.credit', {
            title: credit.title,
            amount: formats.money({ amountMinor: credit.amountMinor, currency: quote.currency }),
          })}
        </p>
      ))}
      <p className="text-muted-foreground text-sm">{await refundSentence(line.refund, formats)}</p>
    </>
  )
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

async function BundleLines({
  bundle,
  lines,
  quote,
  formats,
}: Props & { bundle: QuoteOutput['bundles'][number]; lines: Line[] }) {
  const t = await getTranslations('orders')
  const whole = {
    listMinor: sum(lines.map((line) => line.listMinor)),
    discountMinor: sum(lines.map((line) => line.discountMinor)),
  }
  const list = new Intl.ListFormat(await getLocale())
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="font-semibold text-lg">
          <Link href={bundlePath(bundle.slug)} prefetch={false} className="hover:underline">
            {bundle.title}
          </Link>
        </h2>
        <p className="font-medium">
          <LinePrice line={whole} currency={quote.currency} formats={formats} />
        </p>
      </div>
      {bundle.owned.length > 0 ? (
        <p className="text-sm">
          {t('checkout.bundleOwned', {
            titles: list.format(bundle.owned),
            price: formats.money({ amountMinor: bundle.priceMinor, currency: quote.currency }),
          })}
        </p>
      ) : null}
      <ul className="divide-y divide-border border-border border-y text-sm">
        {
          await Promise.all(
            lines.map(async (line) => (
              <li key={line.offeringId} className="py-3">
                <div className="flex flex-wrap items-baseline justify-between gap-x-6">
                  <span className="font-medium">{line.title}</span>
                  <LinePrice
                    line={line}
                    currency={quote.currency}
                    formats={formats}
                    freeLabel={t('free')}
                  />
                </div>
                <p className="mt-1 text-muted-foreground">
                  {await refundSentence(line.refund, formats)}
                </p>
              </li>
            )),
          )
        }
      </ul>
    </>
  )
}
