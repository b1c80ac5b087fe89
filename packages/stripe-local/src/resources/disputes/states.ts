/** Every status that a dispute can have, and where it can go from there. */
export const DISPUTE_TRANSITIONS = {
  warning_needs_response: ['warning_under_review', 'warning_closed', 'needs_response'],
  warning_under_review: ['warning_closed', 'needs_response'],
  warning_closed: [],
  needs_response: ['under_review', 'won', 'lost'],
  under_review: ['won', 'lost'],
  won: [],
  lost: ['appeal_needs_response'],
  appeal_needs_response: ['appeal_under_review', 'lost'],
  appeal_under_review: ['won', 'lost'],
  prevented: [],
} as const satisfies Record<string, readonly string[]>

export type DisputeStatus = keyof typeof DISPUTE_TRANSITIONS

export const DISPUTE_STATUSES = Object.keys(DISPUTE_TRANSITIONS) as [
  DisputeStatus,
  ...DisputeStatus[],
]

/** Statuses in which a dispute can begin. */
const FIRST: DisputeStatus[] = ['needs_response', 'warning_needs_response', 'prevented']

/** Statuses that end a case; each entry announces charge.dispute.closed. */
export const CLOSED: readonly DisputeStatus[] = ['warning_closed', 'won', 'lost', 'prevented']

/** In these the bank has left, or given back, the money: the charge can be refunded. */
export const REFUNDABLE: readonly DisputeStatus[] = [
  'warning_needs_response',
  'warning_under_review',
  'warning_closed',
  'won',
  'prevented',
]

/** The shortest way from the beginning of a dispute to a status, both ends included. */
export function pathTo(target: DisputeStatus): DisputeStatus[] {
  const queue: DisputeStatus[][] = FIRST.map((status) => [status])
  for (const path of queue) {
    const last = path.at(-1)
    if (last === undefined) continue
    if (last === target) return path
    for (const next of DISPUTE_TRANSITIONS[last]) {
      if (!path.includes(next)) queue.push([...path, next])
    }
  }
  throw new Error(`No dispute ever gets to ${target}`)
}

/** Whether a dispute may go from one status to the other. */
export function canMove(from: DisputeStatus, to: DisputeStatus): boolean {
  return (DISPUTE_TRANSITIONS[from] as readonly DisputeStatus[]).includes(to)
}
