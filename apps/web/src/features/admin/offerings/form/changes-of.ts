import { parseMoney } from '@archway/api/shared/money'
import { slugify } from '@archway/api/shared/slug'
import { dayOfText, numberOfText, orNull } from '../../editor/date-text'
import type { FactRow, OfferingValues } from './values'

/** Facts with a key each: the saved one, or one of the label that no other fact has. */
function withKeys(facts: readonly FactRow[]): (FactRow & { key: string })[] {
  const used = new Set(facts.map(({ key }) => key).filter(Boolean))
  return facts.map((fact) => {
    if (fact.key) return fact
    const base = slugify(fact.label).replaceAll('-', '_').slice(0, 50) || 'fact'
    let key = base
    for (let number = 2; used.has(key); number++) key = `${base}_${number}`
    used.add(key)
    return { ...fact, key }
  })
}

type Name = keyof OfferingValues
const durationNames: readonly Name[] = ['durationMin', 'durationMax', 'durationUnit']

/**
 * What a save sends: the fields that were changed, read from their text, under the names of
 * updateOfferingInput. What cannot be read becomes something that the schema refuses. Pure.
 */
export function changesOf(
  values: OfferingValues,
  changed: readonly Name[],
): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  const put = (name: Name, key: string, value: () => unknown) => {
    if (changed.includes(name)) changes[key] = value()
  }
  for (const name of [
    'title',
    'slug',
    'summary',
    'level',
    'imageKey',
    'descriptionHtml',
    'languages',
  ] as const) {
    put(name, name, () => values[name])
  }
  put('provider', 'providerId', () => values.provider?.value)
  put('outcomes', 'outcomes', () => values.outcomes.map(({ text }) => text))
  put('topics', 'topicIds', () => values.topics.map(({ value }) => value))
  put('skills', 'skillIds', () => values.skills.map(({ value }) => value))
  put('courses', 'programCourseIds', () => values.courses.map(({ value }) => value))
  put('workloadHours', 'workloadHours', () => numberOfText(values.workloadHours))
  put('hoursPerWeek', 'hoursPerWeek', () => numberOfText(values.hoursPerWeek))
  put('externalUrl', 'externalUrl', () => orNull(values.externalUrl))
  put('sourceUrl', 'sourceUrl', () => orNull(values.sourceUrl))
  put('verifiedOn', 'verifiedOn', () => dayOfText(values.verifiedOn))
  put('faqs', 'faqs', () =>
    values.faqs.map(({ question, answerHtml }) => ({ question, answerHtml })),
  )
  put('people', 'people', () =>
    values.people.map(({ person, role }) => ({ personId: person?.value, role })),
  )
  put('facts', 'facts', () =>
    withKeys(values.facts).map(({ id: _, ...fact }) => ({
      ...fact,
      sourceTitle: orNull(fact.sourceTitle),
      sourceUrl: orNull(fact.sourceUrl),
      verifiedOn: dayOfText(fact.verifiedOn),
    })),
  )
  put('prices', 'prices', () =>
    values.prices.map(({ currency, amount, period, note }) => ({
      currency: currency.trim().toUpperCase(),
      amountMinor: parseMoney(amount, currency.trim().toUpperCase()) ?? 'unreadable',
      period,
      note: orNull(note),
    })),
  )
  if (durationNames.some((name) => changed.includes(name))) {
    const isEmpty = values.durationMin.trim() === '' && values.durationMax.trim() === ''
    changes.duration = isEmpty
      ? null
      : {
          min: numberOfText(values.durationMin || values.durationMax),
          max: numberOfText(values.durationMax || values.durationMin),
          unit: values.durationUnit,
        }
  }
  return changes
}
