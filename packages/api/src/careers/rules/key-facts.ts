import type { FactDto } from '../schema/facts'
import type { GuidePage } from '../schema/guide'

/**
 * The few figures that answer a hurried reader: pay, years of experience, demand, and how common the
 * work is. Pay is the role's own where a source gives one (the first row of the comparison is the role
 * itself). Facts in words and kinds that the guide does not use are left out. Pure.
 */
export function keyFacts(guide: Pick<GuidePage, 'facts' | 'neighbours'>): FactDto[] {
  const figures = guide.facts.filter((fact) => fact.valueLow !== null)
  const first = (test: (fact: FactDto) => boolean) => figures.filter(test).slice(0, 1)
  const ownPayKey = guide.neighbours[0]?.payFactKey ?? null
  const ownPay = first((fact) => fact.key === ownPayKey)
  return [
    ...(ownPay.length > 0 ? ownPay : first((fact) => fact.kind === 'pay')),
    ...first((fact) => fact.kind === 'requirement' && fact.unit === 'years'),
    ...first((fact) => fact.kind === 'demand'),
    ...first((fact) => fact.kind === 'survey'),
  ]
}
