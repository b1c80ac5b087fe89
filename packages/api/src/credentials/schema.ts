import { z } from 'zod'
import { singleLine } from '../shared/plain-text'

/** What a credential is awarded for, and the id of it: the enrolment that was completed. */
export const awardCauses = ['course_completion', 'program_completion'] as const
export type AwardCause = (typeof awardCauses)[number]
export type Award = { cause: AwardCause; causeId: string }

/** What is certified, as it is written into credentials. */
export const achievementContent = z.object({
  kind: z.enum(['course', 'program']),
  name: z.string().min(1),
  description: z.string().min(1),
  /** BCP 47 */
  language: z.string().min(2),
  /** what somebody has to do for it, in words */
  criteria: z.string().min(1),
  skills: z.array(z.string()),
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

/** A credential as text, or the address of one of ours. */
export const checkInput = z.object({
  text: z.string().trim().min(1, 'credential-missing').max(200_000, 'credential-too-long'),
})
