import type { OfferingStatus } from '@archway/api/catalog/schema/vocabulary'

export type Step =
  | 'publish'
  | 'schedule'
  | 'submit'
  | 'returnToDraft'
  | 'unschedule'
  | 'retire'
  | 'restore'

/** What can be done with an offering in each state, the likeliest first; `publish` needs its own right. */
const stepsIn: Record<OfferingStatus, readonly Step[]> = {
  draft: ['publish', 'schedule', 'submit'],
  in_review: ['publish', 'schedule', 'returnToDraft'],
  scheduled: ['publish', 'unschedule'],
  published: ['retire'],
  retired: ['restore'],
}
const withoutRight: readonly Step[] = ['submit', 'returnToDraft']

/** The steps that somebody may take, by state and by whether they may publish. Pure. */
export const stepsFor = (status: OfferingStatus, canPublish: boolean): readonly Step[] =>
  stepsIn[status].filter((step) => canPublish || withoutRight.includes(step))
