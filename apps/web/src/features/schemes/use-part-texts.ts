import type { SchemeDocument, SchemePart } from '@archway/api/schemes/schema/document'
import { formatMoney } from '@archway/api/shared/money'
import { useLocale, useTranslations } from 'next-intl'

type Texts = { [Part in SchemePart]: (rules: NonNullable<SchemeDocument[Part]>) => string[] }
type Fee = { currency: string; amountMinor: number }

/** The parts of a scheme in sentences; of the blueprint only its topics with their weights. */
export function usePartTexts(): (document: SchemeDocument, part: SchemePart) => string[] | null {
  const t = useTranslations('schemes')
  const locale = useLocale()
  const money = ({ currency, amountMinor }: Fee) =>
    formatMoney({ currency, amountMinor: BigInt(amountMinor) }, locale)
  const list = (items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
    new Intl.ListFormat(locale, { type }).format(items)
  const languages = (tags: readonly string[]) => {
    const names = new Intl.DisplayNames(locale, { type: 'language' })
    return list(tags.map((tag) => names.of(tag) ?? tag))
  }
  const waits = (days: readonly number[]): string[] => {
    const [first] = days
    if (first === undefined) return [t('attempts.noWait')]
    if (days.length === 1) return [t('attempts.everyWait', { days: first })]
    return days.map((wait, at) =>
      t(at === days.length - 1 ? 'attempts.lastWait' : 'attempts.wait', {
        days: wait,
        number: at + 1,
      }),
    )
  }

  const texts: Texts = {
    prerequisites: ({ groups, recommended }) => [
      ...(groups.length === 0 ? [t('prerequisites.none')] : []),
      ...groups.map(({ need, items }) =>
        t(`prerequisites.${need}`, {
          items: list(
            items.map(({ title }) => title),
            need === 'all' ? 'conjunction' : 'disjunction',
          ),
        }),
      ),
      ...(recommended === null ? [] : [t('prerequisites.recommended', { text: recommended })]),
    ],
    exam: ({ items, minutes, languages: tags, navigation, delivery, format }) => [
      ...(items === null
        ? []
        : [
            t(
              items.min === items.max
                ? 'exam.items'
                : items.min === 1
                  ? 'exam.itemsUpTo'
                  : 'exam.itemsRange',
              items,
            ),
          ]),
      ...(minutes === null ? [] : [t('exam.minutes', { minutes })]),
      ...(format === null ? [] : [format]),
      ...(tags.length === 0 ? [] : [t('exam.languages', { languages: languages(tags) })]),
      ...(delivery.length === 0
        ? []
        : [
            sentence(
              list(
                delivery.map((way) => t(`exam.${way}`)),
                'disjunction',
              ),
            ),
          ]),
      ...(navigation === null ? [] : [t(`exam.${navigation}`)]),
    ],
    scoring: ({ report, scale, cut, pretestItems }) => [
      report === 'pass_fail'
        ? t('scoring.pass_fail')
        : cut === null
          ? t('scoring.cutUnknown')
          : t(`scoring.${report}`, { cut, min: scale?.min ?? 0, max: scale?.max ?? 0 }),
      ...(pretestItems === null ? [] : [t('scoring.pretest', { count: pretestItems })]),
    ],
    blueprint: ({ domains }) =>
      domains.map(({ title, weight }) => {
        const share = t(weight.min === weight.max ? 'weight' : 'weightRange', weight)
        return `${share} ${title}`
      }),
    attempts: ({ waitsDays, limit, afterPass }) => [
      ...waits(waitsDays).map(sentence),
      ...(limit === null ? [] : [t('attempts.limit', limit)]),
      ...(afterPass.type === 'until_renewal'
        ? [t('attempts.until_renewal')]
        : afterPass.type === 'months'
          ? [t('attempts.afterMonths', { months: afterPass.months })]
          : []),
    ],
    booking: ({ opensAfterDays, withinDays }) => [
      opensAfterDays === 0 ? t('booking.at_once') : t('booking.opens', { days: opensAfterDays }),
      ...(withinDays === null ? [] : [sentence(t('booking.within', { days: withinDays }))]),
    ],
    fees: ({ items, includedAttempts }) => [
      ...items.flatMap((fee) => [
        fee.amountMinor === 0 && fee.for === 'attempt'
          ? t('fees.free')
          : t(`fees.${fee.for}`, { price: money(fee) }),
        ...(fee.note === null ? [] : [fee.note]),
      ]),
      ...(includedAttempts === 1 ? [] : [t('fees.included', { count: includedAttempts })]),
    ],
    validity: ({ months }) => [
      months === null
        ? t('validity.forLife')
        : months % 12 === 0
          ? t('validity.years', { count: months / 12 })
          : t('validity.months', { count: months }),
    ],
    renewal: ({ options, opensDaysBefore, graceDays }) => [
      ...options.map(({ title, fee }) =>
        fee === null
          ? title
          : fee.amountMinor === 0
            ? t('renewal.free', { title })
            : t('renewal.option', { title, price: money(fee) }),
      ),
      ...(opensDaysBefore === null ? [] : [t('renewal.opens', { days: opensDaysBefore })]),
      ...(graceDays === 0 ? [] : [t('renewal.grace', { days: graceDays })]),
    ],
    accommodations: ({ items }) => items,
    agreements: ({ items }) => items,
    appeals: ({ items }) => items,
  }
  const textsOf = <Part extends SchemePart>(document: SchemeDocument, part: Part) => {
    const rules = document[part]
    return rules === null ? null : texts[part](rules as NonNullable<SchemeDocument[Part]>)
  }
  return textsOf
}

const sentence = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)
