import { dayOf } from '@archway/api/careers/rules/is-fact-overdue'
import type { OfferingPage } from '@archway/api/catalog/schema/search'

export type Retirement = { isRetired: boolean; on: Date | null }

/** Whether and when an offering can no longer be started: withdrawn here, or past the day a fact names. */
export function retirementOf(
  { status, facts }: Pick<OfferingPage, 'status' | 'facts'>,
  today: Date,
): Retirement {
  const value = facts.find(({ key }) => key === 'retires_on')?.value ?? ''
  const on = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null
  const isRetired = status === 'retired' || (on !== null && dayOf(today) > on)
  return { isRetired, on }
}
