import type { TransitionTable } from '../shared/transition'

export const guideStatuses = ['draft', 'published', 'retired'] as const
export type GuideStatus = (typeof guideStatuses)[number]

/** A guide is written, published once it is complete, and may be taken down and put up again. */
export const guideTransitions: TransitionTable<GuideStatus> = {
  draft: ['published'],
  published: ['retired'],
  retired: ['published'],
}
