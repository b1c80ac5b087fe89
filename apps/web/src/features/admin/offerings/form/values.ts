import type { AdminOffering } from '@archway/api/catalog/reads/admin-get'
import type { DurationUnit, PersonRole, PricePeriod } from '@archway/api/catalog/schema/vocabulary'
import { toDecimalString } from '@archway/api/shared/money'
import type { ComboboxItem } from '@archway/ui/combobox'
import { dayText, numberText } from '../../editor/date-text'
import type { Row } from '../../editor/row-list'
import { withRowId } from '../../editor/with-row-id'

export type OutcomeRow = Row & { text: string }
export type FaqRow = Row & { question: string; answerHtml: string }
export type PersonRow = Row & { person: ComboboxItem | null; role: PersonRole }
export type FactRow = Row & {
  /** "" until it is saved; then it never changes */
  key: string
  label: string
  value: string
  sourceTitle: string
  sourceUrl: string
  verifiedOn: string
}
export type PriceRow = Row & { currency: string; amount: string; period: PricePeriod; note: string }

const item = (one: { id: string; name: string }): ComboboxItem => ({
  value: one.id,
  label: one.name,
})

/** An offering as its form holds it: numbers, days and amounts are text while they are typed. */
export const valuesOf = (offering: AdminOffering) => ({
  title: offering.title,
  slug: offering.slug,
  summary: offering.summary,
  level: offering.level,
  provider: item(offering.provider) as ComboboxItem | null,
  languages: offering.languages,
  imageKey: offering.imageKey,
  descriptionHtml: offering.descriptionHtml,
  outcomes: offering.outcomes.map((text, place): OutcomeRow => withRowId({ text }, place)),
  topics: offering.topics.map(item),
  skills: offering.skills.map(item),
  durationMin: numberText(offering.duration?.min ?? null),
  durationMax: numberText(offering.duration?.max ?? null),
  durationUnit: (offering.duration?.unit ?? 'week') as DurationUnit,
  workloadHours: numberText(offering.workloadHours),
  hoursPerWeek: numberText(offering.hoursPerWeek),
  people: offering.people.map(
    ({ role, ...person }, place): PersonRow => withRowId({ person: item(person), role }, place),
  ),
  faqs: offering.faqs.map((faq, place): FaqRow => withRowId(faq, place)),
  facts: offering.facts.map(
    (fact, place): FactRow =>
      withRowId(
        {
          key: fact.key,
          label: fact.label,
          value: fact.value,
          sourceTitle: fact.sourceTitle ?? '',
          sourceUrl: fact.sourceUrl ?? '',
          verifiedOn: dayText(fact.verifiedOn),
        },
        place,
      ),
  ),
  prices: offering.activePrices.map(
    (price, place): PriceRow =>
      withRowId(
        {
          currency: price.currency,
          amount: toDecimalString(price),
          period: price.period,
          note: price.note ?? '',
        },
        place,
      ),
  ),
  externalUrl: offering.externalUrl ?? '',
  sourceUrl: offering.sourceUrl ?? '',
  verifiedOn: dayText(offering.verifiedOn),
  courses: offering.programCourses.map(({ id, title }) => item({ id, name: title })),
})
export type OfferingValues = ReturnType<typeof valuesOf>
