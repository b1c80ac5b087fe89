import type { TransitionTable } from '../shared/transition'

export const bundleStatuses = ['draft', 'published', 'retired'] as const
export type BundleStatus = (typeof bundleStatuses)[number]

/** The life of a bundle. What was sold once is retired, never deleted, and may come back. */
export const bundleTransitions: TransitionTable<BundleStatus> = {
  draft: ['published'],
  published: ['retired'],
  retired: ['published'],
}
