import type { AdminOffering } from '@archway/api/catalog/reads/admin-get'
import type { OfferingStatus } from '@archway/api/catalog/schema/vocabulary'
import { offeringTransitions } from '@archway/api/catalog/states'

export type BulkStep = 'publish' | 'retire'
type Candidate = Pick<
  AdminOffering,
  'id' | 'title' | 'status' | 'version' | 'publishBlockers' | 'inPrograms' | 'counts'
>

const goals: Record<BulkStep, OfferingStatus> = { publish: 'published', retire: 'retired' }

/** What a step would do with each of the chosen: which take it, and which cannot and why. Pure. */
export function bulkPlan(step: BulkStep, offerings: readonly Candidate[]) {
  const goal = goals[step]
  const there = offerings.filter(({ status }) => status === goal)
  const rest = offerings.filter(({ status }) => status !== goal)
  const may = rest.filter(({ status }) => offeringTransitions[status].includes(goal))
  const blocked = may.filter((one) => step === 'publish' && one.publishBlockers.length > 0)
  const go = may.filter((one) => !blocked.includes(one))
  return {
    go,
    blocked,
    there,
    wrongState: rest.filter((one) => !may.includes(one)),
    learners: go.reduce((sum, { counts }) => sum + counts.enrolments, 0),
  }
}
