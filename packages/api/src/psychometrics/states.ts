import type { TransitionTable } from '../shared/transition'

export const panelStates = [
  'preparing',
  'round_1',
  'discussion',
  'round_2',
  'rated',
  'signed_off',
  'withdrawn',
] as const
export type PanelState = (typeof panelStates)[number]

/** How a panel may move. A signed cut score stays; another one is another panel. */
export const panelTransitions = {
  preparing: ['round_1', 'withdrawn'],
  round_1: ['discussion', 'withdrawn'],
  discussion: ['round_2', 'withdrawn'],
  round_2: ['rated', 'withdrawn'],
  rated: ['signed_off', 'withdrawn'],
  signed_off: [],
  withdrawn: [],
} as const satisfies TransitionTable<PanelState>

/** The round that takes ratings in a state; null when none does. Pure. */
export const runningRound = (state: PanelState): 1 | 2 | null =>
  state === 'round_1' ? 1 : state === 'round_2' ? 2 : null
