import type { FactDto } from '../schema/facts'

/** The calendar day (UTC) of a moment, as the database keeps days. */
export const dayOf = (moment: Date): Date =>
  new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()))

/** Whether the fact should have been looked at again: `reviewBy` is the last day on which it counts as fresh. */
export const isFactOverdue = (fact: Pick<FactDto, 'reviewBy'>, today: Date): boolean =>
  dayOf(today) > dayOf(fact.reviewBy)
