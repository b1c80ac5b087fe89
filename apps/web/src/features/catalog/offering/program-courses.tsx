import type { OfferingPage } from '@archway/api/catalog/schema/search'
import { formatMoney } from '@archway/api/shared/money'
import { Section } from '@archway/ui/section'
import { useLocale, useTranslations } from 'next-intl'
import { OfferingRow } from '../offering-row'
import { sumOfCourses } from './program-saving'
import type { Sale } from './sale'

/** The courses of a program in their order, and what they would cost one by one. */
export function ProgramCourses({ offering, sale }: { offering: OfferingPage; sale: Sale }) {
  const t = useTranslations('catalog.offering')
  const locale = useLocale()
  const price = sale.type === 'paid' ? sale.price : null
  const sum = price === null ? null : sumOfCourses(price, offering.programCourses)
  const money = (amountMinor: bigint) =>
    formatMoney({ amountMinor, currency: price?.currency ?? 'USD' }, locale)
  return (
    <Section
      title={t('programCourses')}
      headingId="courses"
      description={
        price === null || sum === null
          ? undefined
          : t(sum > price.amountMinor ? 'saving' : 'noSaving', {
              sum: money(sum),
              price: money(price.amountMinor),
              saved: money(sum - price.amountMinor),
            })
      }
    >
      <ol className="divide-y divide-border border-border border-y">
        {offering.programCourses.map((course, index) => (
          <li key={course.id}>
            <OfferingRow
              offering={course}
              position={index + 1}
              isOwnList={course.provider.id === offering.provider.id}
            />
          </li>
        ))}
      </ol>
    </Section>
  )
}
