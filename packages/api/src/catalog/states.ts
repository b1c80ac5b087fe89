import type { TransitionTable } from '../shared/transition'
import type { OfferingStatus } from './schema/vocabulary'

/** The life of an offering. Nothing is deleted once it was public: it is retired. */
export const offeringTransitions: TransitionTable<OfferingStatus> = {
  draft: ['in_review', 'scheduled', 'published'],
  in_review: ['draft', 'scheduled', 'published'],
  scheduled: ['draft', 'published'],
  published: ['retired'],
  retired: ['draft'],
}
