import { z } from 'zod'
import { pageInput } from '../shared/pagination'
import { poolStates } from './states'

/** How many seats are sold at once. */
export const seatLimits = { least: 2, most: 500 } as const
export const seatQuantity = z.number().int().min(seatLimits.least).max(seatLimits.most)

export const poolInput = z.object({ poolId: z.uuid() })
export type PoolInput = z.infer<typeof poolInput>

/** Addresses to invite; what is wrong with single ones is answered one by one. */
export const inviteInput = poolInput.extend({
  emails: z.array(z.string().max(320)).min(1).max(seatLimits.most),
})
export type InviteInput = z.infer<typeof inviteInput>

export const inviteOutcomes = [
  'invited',
  'address-invalid',
  'address-twice',
  'already-invited',
  'already-claimed',
  'no-seat-left',
  'too-many-mails',
] as const
export const inviteOutput = z.array(
  z.object({ email: z.string(), outcome: z.enum(inviteOutcomes) }),
)
export type InviteOutput = z.infer<typeof inviteOutput>

/** A reason is asked of staff and kept in the audit log; owners need none. */
const reason = z.string().trim().min(3).max(500).optional()
export const seatInput = z.object({ assignmentId: z.uuid(), reason })
export type SeatInput = z.infer<typeof seatInput>

/** What staff does to a seat, and why. */
export const adminSeatInput = z.object({
  assignmentId: z.uuid(),
  reason: z.string().trim().min(3).max(500),
})

export const adminPoolsInput = pageInput.extend({
  /** buyer, somebody with a seat, title or number of the order */
  search: z.string().trim().max(200).optional(),
  state: z.enum(poolStates).optional(),
  ownerId: z.uuid().optional(),
  sort: z.enum(['createdAt', 'quantity', 'owner']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminPoolsInput = z.infer<typeof adminPoolsInput>

const token = z.string().min(20).max(100)
export const seatTokenInput = z.object({ token })
export const claimSeatInput = z.object({
  token,
  /** whether the pack's owner may see how far the learner is */
  sharesProgress: z.boolean(),
})
export type ClaimSeatInput = z.infer<typeof claimSeatInput>

export const shareProgressInput = z.object({ assignmentId: z.uuid(), sharesProgress: z.boolean() })
export type ShareProgressInput = z.infer<typeof shareProgressInput>

export const seatLinkOutput = z.object({ url: z.string() })
