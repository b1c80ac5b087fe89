import { formatMoney, type Money } from '@archway/api/shared/money'
import { buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { membershipPath } from '@/lib/paths'

/** What the membership is and costs by the month, and the way to it; nothing when none is for sale. */
export function MembershipBand({ prices }: { prices: readonly Money[] }) {
  const t = useTranslations('home.membership')
  const locale = useLocale()
  const price = prices.find(({ currency }) => currency === 'USD') ?? prices[0]
  if (!price) return null
  return (
    <section
      aria-labelledby="membership"
      className="flex flex-wrap items-center justify-between gap-6 rounded-lg bg-muted p-6 sm:p-10"
    >
      <div className="max-w-2xl">
        <h2 id="membership" className="font-display text-2xl">
          {t('heading')}
        </h2>
        <p className="mt-2 text-muted-foreground">
          {t('text', { price: formatMoney(price, locale) })}
        </p>
      </div>
      <Link
        href={membershipPath}
        prefetch={false}
        className={cn(buttonVariants({ size: 'lg' }), 'max-sm:w-full')}
      >
        {t('action')}
      </Link>
    </section>
  )
}
