import type { TransitionTable } from '../shared/transition'

export const voucherStates = ['available', 'reserved', 'held', 'used', 'void'] as const
export type VoucherState = (typeof voucherStates)[number]

/** How a voucher may move. Money can go back and forth until it is used, which is final. */
export const voucherTransitions = {
  available: ['reserved', 'held', 'used', 'void'],
  reserved: ['available', 'held', 'used', 'void'],
  held: ['available', 'void'],
  used: [],
  void: ['available', 'held'],
} as const satisfies TransitionTable<VoucherState>

export const attemptStates = [
  'created',
  'in_progress',
  'submitted',
  'expired',
  'scored',
  'released',
  'held',
  'voided',
] as const
export type AttemptState = (typeof attemptStates)[number]
