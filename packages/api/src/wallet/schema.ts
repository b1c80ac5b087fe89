import { z } from 'zod'
import { type CalendarDate, calendarDate } from '../schemes/schema/calendar-date'

/** As many as somebody can say they hold: more than anybody does, and few enough for one page. */
export const maxHeld = 100

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'text-too-long')
    .transform((text) => text || null)
    .nullable()
    .default(null)

const optionalDay = z
  .union([calendarDate, z.literal('')], { error: 'day-invalid' })
  .nullable()
  .default(null)
  .transform((day) => day || null)

/**
 * A certificate of another body, as its holder enters it. Chosen from the catalogue by `slug`, or named by
 * `title` and `issuer`. The id is the form's: sending it twice keeps one.
 */
export const heldInput = z
  .object({
    id: z.uuid(),
    slug: optional(120),
    title: optional(200),
    issuer: optional(120),
    number: optional(80),
    url: z
      .union([z.url({ protocol: /^https?$/, error: 'url-invalid' }).max(500), z.literal('')], {
        error: 'url-invalid',
      })
      .nullable()
      .default(null)
      .transform((url) => url || null),
    earnedOn: z.iso.date({ error: 'day-invalid' }),
    validUntil: optionalDay,
  })
  .superRefine((input, ctx) => {
    const missing = (path: 'title' | 'issuer') =>
      ctx.addIssue({ code: 'custom', path: [path], message: 'field-required' })
    if (input.slug === null && input.title === null) missing('title')
    if (input.slug === null && input.issuer === null) missing('issuer')
    if (input.validUntil !== null && input.validUntil <= input.earnedOn) {
      ctx.addIssue({ code: 'custom', path: ['validUntil'], message: 'end-before-start' })
    }
  })
export type HeldInput = z.infer<typeof heldInput>

export const heldIdInput = z.object({ id: z.uuid() })

/** One certificate in a wallet, ours or another body's, and the days that matter. */
export type WalletEntry = {
  id: string
  /** `own`: signed by us, to be checked by anybody; `told`: as the holder says */
  kind: 'own' | 'told'
  title: string
  issuer: string
  number: string | null
  /** where it can be seen */
  url: string | null
  /** of the certification in the catalogue */
  slug: string | null
  earnedOn: CalendarDate
  /** the first day on which it no longer holds; null: without an end, or not known */
  validUntil: CalendarDate | null
  opensOn: CalendarDate | null
  closesOn: CalendarDate | null
}
