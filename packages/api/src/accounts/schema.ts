import { z } from 'zod'
import { pageInput } from '../shared/pagination'
import { singleLine } from '../shared/plain-text'
import { staffRoles } from '../shared/staff-roles'

export const passwordMinLength = 10
export const passwordMaxLength = 200

export const emailSchema = z
  .string()
  .trim()
  .max(254, 'email-invalid')
  .pipe(z.email('email-invalid'))
  .transform((email) => email.toLowerCase())
export const passwordSchema = z
  .string()
  .min(passwordMinLength, 'password-too-short')
  .max(passwordMaxLength, 'password-too-long')
export const nameSchema = singleLine().min(1, 'name-missing').max(120, 'name-too-long')
const tokenSchema = z.string().min(20).max(200)
/** Where to go after signing in: a path on this site, never another one. */
export const returnPathSchema = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\s\\]*$/)
  .catch('/learning')

export const signUpInput = z.object({
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
  returnTo: returnPathSchema.optional(),
})
export const emailInput = z.object({ email: emailSchema, returnTo: returnPathSchema.optional() })
export const tokenInput = z.object({ token: tokenSchema })
export const resetPasswordInput = z.object({ token: tokenSchema, password: passwordSchema })
export const changePasswordInput = z.object({
  currentPassword: z.string().max(passwordMaxLength).optional(),
  newPassword: passwordSchema,
})
export const requestEmailChangeInput = z.object({ newEmail: emailSchema })
export const updateProfileInput = z.object({
  name: nameSchema,
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'locale-invalid'),
  timeZone: z
    .string()
    .max(60)
    .refine((zone) => {
      try {
        new Intl.DateTimeFormat('en', { timeZone: zone })
        return true
      } catch {
        return false
      }
    }, 'time-zone-invalid'),
})
export const sessionInput = z.object({ sessionId: z.uuid() })

export const peopleListInput = pageInput.extend({
  search: z.string().trim().max(200).default(''),
  role: z.enum(['any', 'learner', ...staffRoles]).default('any'),
  state: z.enum(['any', 'active', 'unverified', 'suspended']).default('any'),
  sort: z.enum(['createdAt', 'email', 'name']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})
export type PeopleListInput = z.infer<typeof peopleListInput>

export const personInput = z.object({ userId: z.uuid() })
export const reasonSchema = z.string().trim().min(3, 'reason-missing').max(500)
export const setRolesInput = personInput.extend({
  roles: z.array(z.enum(staffRoles)).max(staffRoles.length),
  reason: reasonSchema,
})
export const personStateInput = personInput.extend({ reason: reasonSchema })
