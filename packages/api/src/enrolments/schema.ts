import { z } from 'zod'
import { soldKinds } from '../catalog/schema/vocabulary'
import { pageInput } from '../shared/pagination'

export const grantSources = ['order_line', 'free', 'staff', 'subscription', 'seat', 'gift'] as const
export type GrantSource = (typeof grantSources)[number]

export const grantStates = ['active', 'suspended', 'revoked', 'ended'] as const
export type GrantState = (typeof grantStates)[number]

/** What a grant amounts to at a moment: its state, or what its dates make of it. */
export const grantStandings = ['live', 'not_started', 'ended', 'suspended', 'revoked'] as const

/** One answer to "why do I have access" or "why not": keys are of the message catalogue. */
export const accessReason = z.object({
  grantId: z.uuid(),
  source: z.enum(grantSources),
  sourceId: z.uuid(),
  standing: z.enum(grantStandings),
  /** why it is suspended or revoked, when somebody or something did that */
  stateReason: z.string().nullable(),
  startsAt: z.date(),
  endsAt: z.date().nullable(),
})
export type AccessReason = z.infer<typeof accessReason>

/** Where a grant comes from, in a form that people recognise. */
export const grantCause = z.object({
  /** when it was bought, enrolled in or given */
  at: z.date(),
  /** the order, for what was bought */
  order: z.object({ id: z.uuid(), number: z.number().int() }).nullable(),
  /** what was bought or given as a whole, when the grant is for a course of it */
  program: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  /** who paid for the seat or gave the gift; null for any other cause, or without a name */
  from: z.string().nullable(),
})
export type GrantCause = z.infer<typeof grantCause>

/** A reason together with what it is about and where it comes from. */
export const explainedReason = accessReason.extend({
  offering: z.object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    kind: z.enum(soldKinds),
  }),
  cause: grantCause,
})
export type ExplainedReason = z.infer<typeof explainedReason>

export const accessOutput = z.object({
  hasAccess: z.boolean(),
  /** when the last live grant ends; null: never, or no access */
  until: z.date().nullable(),
  reasons: z.array(accessReason),
})
export type Access = z.infer<typeof accessOutput>

export const explainedAccessOutput = z.array(explainedReason)

export const offeringIdInput = z.object({ offeringId: z.uuid() })

export const enrolFreeOutput = z.object({
  offeringId: z.uuid(),
  enrolmentId: z.uuid(),
  isNew: z.boolean(),
})

export const enrolAsMemberOutput = z.object({
  slug: z.string(),
  kind: z.enum(['course', 'program']),
})

export const myEnrolmentsOutput = z.array(
  z.object({
    enrolmentId: z.uuid(),
    offeringId: z.uuid(),
    slug: z.string(),
    title: z.string(),
    kind: z.enum(soldKinds),
    progressPercent: z.number().int(),
    completedAt: z.date().nullable(),
    access: accessOutput,
  }),
)

export const adminEnrolmentsInput = pageInput.extend({
  /** name or address of the person, or title of the offering */
  search: z.string().trim().max(200).optional(),
  offeringId: z.uuid().optional(),
  userId: z.uuid().optional(),
  access: z.enum(['live', 'none']).optional(),
  completion: z.enum(['completed', 'open']).optional(),
  sort: z
    .enum(['startedAt', 'lastActivityAt', 'progress', 'person', 'offering'])
    .default('startedAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminEnrolmentsInput = z.infer<typeof adminEnrolmentsInput>

export const adminEnrolmentInput = z.object({ userId: z.uuid(), offeringId: z.uuid() })
export const adminGrantsOfInput = z.object({ userId: z.uuid() })

export const grantableInput = z.object({ search: z.string().trim().max(200).default('') })

const reason = z.string().trim().min(3).max(500)

export const adminGrantInput = z.object({
  /** made by the form: sending it again is the same grant */
  requestId: z.uuid(),
  email: z.email().max(320),
  offeringId: z.uuid(),
  endsAt: z.date().nullable().default(null),
  reason,
})
export type AdminGrantInput = z.infer<typeof adminGrantInput>

export const adminRevokeInput = z.object({ grantId: z.uuid(), reason })

/** CSV with a header: `email,offering` (a slug) and, if wanted, `ends_on` (YYYY-MM-DD). */
export const bulkCsv = z.string().min(1).max(1_000_000)
export const adminBulkPreviewInput = z.object({ csv: bulkCsv })
export const adminBulkApplyInput = z.object({ requestId: z.uuid(), csv: bulkCsv, reason })

export const bulkGrantProblems = [
  'email-missing',
  'email-invalid',
  'no-account',
  'offering-missing',
  'offering-unknown',
  'offering-not-ours',
  'date-invalid',
  'date-past',
  'repeated',
] as const
export type BulkGrantProblem = (typeof bulkGrantProblems)[number]

export const bulkGrantRow = z.object({
  /** line of the file, the header being 1 */
  line: z.number().int(),
  email: z.string(),
  offering: z.string(),
  endsAt: z.date().nullable(),
  outcome: z.enum(['grant', 'already', 'rejected']),
  problem: z.enum(bulkGrantProblems).nullable(),
})
export type BulkGrantRow = z.infer<typeof bulkGrantRow>

export const bulkGrantOutput = z.object({
  rows: z.array(bulkGrantRow),
  granting: z.number().int(),
  already: z.number().int(),
  rejected: z.number().int(),
})
export type BulkGrantOutput = z.infer<typeof bulkGrantOutput>
