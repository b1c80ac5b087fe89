import { raschDifficulties } from '../../psychometrics/rules/rasch'
import { assessSittings, type CohortItem } from './assess-sittings'
import { familyOf, type IntegrityRule, integrityRules, mayProposeCase } from './signals'
import { type SimulationPlan, simulatedExam, simulateSittings } from './simulate-sittings'

export type ErrorRates = {
  /** honest candidates flagged by each rule */
  honestFlags: Record<IntegrityRule, number>
  /** honest candidates with any flag, and with enough for a case to be proposed */
  honestFlagged: number
  honestProposed: number
  informedFlagged: number
  informedProposed: number
  /** the same as if the exam had no trojan items */
  informedProposedWithoutTrojans: number
  copiersFlagged: number
}

/**
 * What the rules make of a simulated cohort, with difficulties and times estimated from that very
 * cohort as they are from a real one, those who cheat in it included. Pure; seconds of work for ten
 * thousand candidates.
 */
export function measureErrors(plan: SimulationPlan): ErrorRates {
  const { items, sittings } = simulateSittings(plan)
  const difficulties = raschDifficulties(
    sittings.map((row) =>
      row.slice(0, simulatedExam.items).map((answer) => (answer.isRight ? 1 : 0)),
    ),
  )
  if (!difficulties) throw new RangeError('The simulated cohort is too small for difficulties.')
  const cohort = items.map(
    (item, at): CohortItem => ({
      difficulty: difficulties[at] ?? null,
      isExposed: item.isExposed,
      guessChance: 1 / simulatedExam.options,
      leakedOption: item.isTrojan ? 1 : null,
    }),
  )
  const findings = assessSittings(cohort, sittings)
  const honest = findings.slice(0, plan.honest)
  const informed = findings.slice(plan.honest, plan.honest + plan.informed)
  const copiers = findings.slice(plan.honest + plan.informed)
  const proposed = (group: typeof findings) => group.filter((found) => mayProposeCase(found)).length
  const flagged = (group: typeof findings) =>
    group.filter((found) => found.some((one) => familyOf(one.rule) !== 'conduct')).length
  const flagsOf = (rule: IntegrityRule) =>
    honest.filter((found) => found.some((one) => one.rule === rule)).length
  return {
    honestFlags: Object.fromEntries(integrityRules.map((rule) => [rule, flagsOf(rule)])) as Record<
      IntegrityRule,
      number
    >,
    honestFlagged: flagged(honest),
    honestProposed: proposed(honest),
    informedFlagged: flagged(informed),
    informedProposed: proposed(informed),
    informedProposedWithoutTrojans: proposed(
      informed.map((found) => found.filter((one) => one.rule !== 'trojan_items')),
    ),
    copiersFlagged: flagged(copiers),
  }
}
