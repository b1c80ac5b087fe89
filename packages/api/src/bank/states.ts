import type { TransitionTable } from '../shared/transition'
import type { ItemState } from './schema/kinds'

/**
 * How an item may move. A first version is approved into `pretest`; later versions of an item in use are
 * reviewed without taking it out of use, and the approved one stays in use meanwhile.
 */
export const itemTransitions = {
  draft: ['review', 'retired'],
  review: ['draft', 'pretest'],
  pretest: ['active', 'quarantined', 'retired'],
  active: ['quarantined', 'retired'],
  quarantined: ['pretest', 'active', 'retired'],
  retired: [],
} as const satisfies TransitionTable<ItemState>

/** States that the board sets itself, with a reason. The others follow from writing and reviewing. */
export const settableStates = ['pretest', 'active', 'quarantined', 'retired'] as const
export type SettableState = (typeof settableStates)[number]

/** From each state the states that the board may set. */
export const nextStates = (state: ItemState): SettableState[] =>
  settableStates.filter(
    (next) => state !== 'review' && (itemTransitions[state] as readonly ItemState[]).includes(next),
  )

/** Whether the newest version waits for a reviewer. `hasVerdict`: somebody has reviewed it. */
export const awaitsReview = (state: ItemState, hasVerdict: boolean): boolean =>
  state === 'review' ||
  (!hasVerdict && (state === 'pretest' || state === 'active' || state === 'quarantined'))

/** Whether a new version may be written now: not while somebody reviews the last one, nor after the end. */
export const isWritable = (state: ItemState): boolean => state !== 'review' && state !== 'retired'
