import { domainPoints } from '@archway/api/exams/rules/draw-form'
import type { AdminOutput } from '../admin-output'

type Blueprint = AdminOutput['bank']['blueprints'][number]
type Count = AdminOutput['bank']['coverage'][number]

/** Points of a row of the coverage: a domain as a whole, or one of its objectives. */
export type CoverageRow = {
  code: string
  title: string
  isDomain: boolean
  /** points that one form needs of a domain; null for objectives and while the scheme leaves it open */
  needed: number | null
  items: number
  active: number
  pretest: number
  waiting: number
  quarantined: number
}

/** The bank beside its blueprint: each domain with its objectives, in points. Pure. */
export function coverageRows(blueprint: Blueprint, counts: readonly Count[]): CoverageRow[] {
  const { domains, form } = blueprint
  const needed = form
    ? domainPoints({
        blueprint: domains.map(({ code, weight }) => ({
          domain: code,
          weight: (weight.min + weight.max) / 2,
        })),
        ...form,
      })
    : []
  return domains.flatMap(({ code, title, objectives }) => {
    const rows = objectives.map((objective) =>
      rowOf({ ...objective, isDomain: false, needed: null }, [objective.code], counts),
    )
    const codes = objectives.map((objective) => objective.code)
    const points = needed.find(({ domain }) => domain === code)?.points ?? null
    return [rowOf({ code, title, isDomain: true, needed: points }, codes, counts), ...rows]
  })
}

function rowOf(
  head: Pick<CoverageRow, 'code' | 'title' | 'isDomain' | 'needed'>,
  objectives: readonly string[],
  counts: readonly Count[],
): CoverageRow {
  const own = counts.filter(({ objective }) => objectives.includes(objective))
  const points = (...states: Count['state'][]) =>
    own.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.points, 0)
  return {
    ...head,
    items: own.reduce((sum, row) => sum + row.items, 0),
    active: points('active'),
    pretest: points('pretest'),
    waiting: points('draft', 'review'),
    quarantined: points('quarantined'),
  }
}
