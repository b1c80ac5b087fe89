import { getTranslations } from 'next-intl/server'
import type { Formats } from '@/lib/formats'

type Line = { listMinor: bigint; discountMinor: bigint }

/**
 * What a line of an order costs, after the list price when a discount came off it. Tax that is added to prices is
 * not in it: it stands once, in the sums.
 */
export async function LinePrice({
  line,
  currency,
  formats,
  freeLabel,
}: {
  line: Line
  currency: string
  formats: Formats
  /** said instead of an amount of zero */
  freeLabel?: string
}) {
  const t = await getTranslations('common')
  const priceMinor = line.listMinor - line.discountMinor
  const money = (amountMinor: bigint) => formats.money({ amountMinor, currency })
  return (
    <span className="tabular-nums">
      {line.discountMinor > 0n ? (
        <>
          <span className="sr-only">{t('listPrice')} </span>
          <s className="font-normal text-muted-foreground text-sm">{money(line.listMinor)}</s>{' '}
        </>
      ) : null}
      {freeLabel && priceMinor === 0n ? freeLabel : money(priceMinor)}
    </span>
  )
}
