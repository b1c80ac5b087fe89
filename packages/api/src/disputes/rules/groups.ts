import {
  disputeEffect,
  isWaitingForUs,
  waitingDisputeStatuses,
} from '../../payments/rules/dispute-effect'
import type { DisputeGroup } from '../schema'

export const waitingStatuses: string[] = [...waitingDisputeStatuses]

const settled: Record<Exclude<DisputeGroup, 'waiting' | 'reviewed'>, string[]> = {
  won: ['won'],
  lost: ['lost'],
  closed: ['warning_closed', 'prevented'],
}

/** Where a dispute stands for us; a status that is not known belongs to the bank until somebody knows it. Pure. */
export function groupOf(status: string): DisputeGroup {
  if (isWaitingForUs(status)) return 'waiting'
  if (status === 'won') return 'won'
  if (disputeEffect(status) === 'lost') return 'lost'
  return settled.closed.includes(status) ? 'closed' : 'reviewed'
}

/** Stripe's statuses of a group. */
export function statusesOf(group: DisputeGroup): string[] {
  if (group === 'waiting') return waitingStatuses
  return group === 'reviewed' ? [] : settled[group]
}
