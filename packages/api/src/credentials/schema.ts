import { z } from 'zod'
import { pageInput } from '../shared/pagination'
import { severalLines, singleLine } from '../shared/plain-text'
import { type CredentialState, credentialStates } from './states'

/** What a credential is awarded for, and the id of it: the enrolment that was completed, the attempt that was passed. */
export const awardCauses = ['course_completion', 'program_completion', 'exam_pass'] as const
export type AwardCause = (typeof awardCauses)[number]
export type Award = { cause: AwardCause; causeId: string }

/** What keys of issuers sign: proofs inside of credentials, or JSON Web Tokens. */
export type KeyAlgorithm = 'ed25519' | 'es256'

/** A scale of scores with the lowest one that passes. */
const examScale = z.object({ min: z.int(), max: z.int(), cut: z.int() })
export type ExamScale = z.infer<typeof examScale>

/** What is certified, as it is written into credentials. */
export const achievementContent = z.object({
  kind: z.enum(['course', 'program', 'certification']),
  name: z.string().min(1),
  description: z.string().min(1),
  /** BCP 47 */
  language: z.string().min(2),
  /** what somebody has to do for it, in words */
  criteria: z.string().min(1),
  skills: z.array(z.string()),
  /** of a certification: the code of its exam */
  code: z.string().optional(),
  /** of a certification whose results are reported on a scale */
  scale: examScale.optional(),
})
export type AchievementContent = z.infer<typeof achievementContent>

export const credentialNameMaxLength = 120

/** The name as it will stand on credentials: one line, with a letter in it. */
export const credentialName = singleLine()
  .min(2, 'credential-name-missing')
  .max(credentialNameMaxLength, 'credential-name-too-long')
  .regex(/\p{L}/u, 'credential-name-missing')

export const claimInput = z.object({ enrolmentId: z.uuid(), name: credentialName })
export const claimOutput = z.object({ credentialId: z.uuid() })

/** Who finds a credential: those who have its link, or search engines too. */
export const visibilities = ['link', 'listed'] as const
export type Visibility = (typeof visibilities)[number]
export const visibilityInput = z.object({
  credentialId: z.uuid(),
  visibility: z.enum(visibilities),
})

/** Whether the page of a credential says the score of its exam. */
export const scoreDisplayInput = z.object({
  credentialId: z.uuid(),
  score: z.enum(['hidden', 'shown']),
})

/** A credential as text, or the address of one of ours. */
export const checkInput = z.object({
  text: z.string().trim().min(1, 'credential-missing').max(200_000, 'credential-too-long'),
})

export const credentialListLimits = { characters: 100_000, rows: 200 } as const

/** A list of credentials to check, as CSV: a number or a link in each row, and the name that it should carry. */
export const checkListInput = z.object({
  csv: z
    .string()
    .trim()
    .min(1, 'credential-list-missing')
    .max(credentialListLimits.characters, 'credential-list-too-long'),
})

/** What staff sees of credentials: found by holder, number, title or issuer. */
export const adminCredentialsInput = pageInput.extend({
  search: z.string().trim().max(200).optional(),
  /** as decided; `expired` are the valid ones whose dates are over */
  state: z.enum([...credentialStates, 'expired']).optional(),
  /** those with an open question, or only those without a name */
  show: z.enum(['to-decide', 'erased']).optional(),
  userId: z.uuid().optional(),
  sort: z.enum(['createdAt', 'holder', 'validUntil']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type AdminCredentialsInput = z.infer<typeof adminCredentialsInput>

export const credentialInput = z.object({ credentialId: z.uuid() })

/** Why a state was changed. */
export const statusReasons = [
  'issued_in_error',
  'payment_returned',
  'payment_disputed',
  'misconduct',
  'name_changed',
  'key_compromised',
  'holder_asked',
  'under_review',
  'decision_reversed',
  'renewed',
] as const
export type StatusReason = (typeof statusReasons)[number]

/** Why a state was decided, as the public page says it. Those that only commands give are left out. */
export const decisionReasons = {
  suspended: ['under_review', 'payment_disputed', 'misconduct', 'holder_asked'],
  valid: ['decision_reversed'],
  revoked: [
    'issued_in_error',
    'misconduct',
    'payment_returned',
    'payment_disputed',
    'holder_asked',
  ],
} as const satisfies Partial<Record<CredentialState, readonly StatusReason[]>>
export type DecidedState = keyof typeof decisionReasons
export const decidedStates = ['suspended', 'valid', 'revoked'] as const satisfies DecidedState[]

const publicNote = singleLine().max(300, 'public-note-too-long')
const reason = z.string().trim().min(3, 'reason-missing').max(500)

export const decisionInput = credentialInput
  .extend({
    to: z.enum(decidedStates),
    code: z.enum(decidedStates.flatMap((state) => decisionReasons[state])),
    /** everybody sees it, on the page of the credential */
    publicNote: publicNote.default(''),
    /** for the audit log */
    reason,
  })
  .refine(({ to, code }) => decisionReasons[to].some((one) => one === code), {
    path: ['code'],
    error: 'reason-missing',
  })
export type DecisionInput = z.infer<typeof decisionInput>

/** What is asked about before it is done to many. */
export const decisionPlanInput = z.object({
  ids: z.array(z.uuid()).min(1).max(200),
  to: z.enum(decidedStates),
})

export const eraseNameInput = credentialInput.extend({ reason })

/** What has happened to what a credential was given for. */
export type CaseCause = 'payment_returned' | 'payment_disputed'
export const caseOutcomes = ['kept', 'suspended', 'revoked'] as const
export const caseDecisionInput = z.object({
  caseId: z.uuid(),
  outcome: z.enum(caseOutcomes),
  publicNote: publicNote.default(''),
  reason,
})
export type CaseDecisionInput = z.infer<typeof caseDecisionInput>

/** Another name on all of one's credentials, with the file that shows why (base64). */
export const nameChangeInput = z.object({
  newName: credentialName,
  explanation: severalLines().min(3, 'explanation-missing').max(1000),
  evidence: z.base64().min(1, 'name-evidence-missing').max(1_300_000, 'name-evidence-too-long'),
})
export type NameChangeInput = z.infer<typeof nameChangeInput>

export const nameDecisionInput = z.object({
  nameChangeId: z.uuid(),
  state: z.enum(['approved', 'declined']),
  /** to the holder */
  answer: severalLines().max(500).default(''),
  reason,
})
export type NameDecisionInput = z.infer<typeof nameDecisionInput>

export const keyInput = z.object({ keyId: z.uuid(), reason })
