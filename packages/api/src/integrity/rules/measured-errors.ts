import type { ErrorRates } from './measure-errors'
import type { SimulationPlan } from './simulate-sittings'

/** The cohort that the published error rates were measured on. */
export const measuredPlan: SimulationPlan = {
  seed: 20261124,
  honest: 10_000,
  informed: 100,
  copyingPairs: 50,
}

/**
 * What `measureErrors(measuredPlan)` gives: shown to staff beside every case. `npm run measure:integrity`
 * works it out again and fails when a change of the rules has made it untrue.
 */
export const measuredErrors: ErrorRates = {
  honestFlags: {
    rapid_right_answers: 0,
    exposed_speed: 76,
    exposed_advantage: 52,
    similar_answers: 0,
    trojan_items: 34,
    focus_lost: 0,
  },
  honestFlagged: 162,
  honestProposed: 0,
  informedFlagged: 100,
  informedProposed: 94,
  informedProposedWithoutTrojans: 57,
  copiersFlagged: 63,
}
