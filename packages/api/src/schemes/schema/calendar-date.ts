import { z } from 'zod'

/** A day of the calendar without a time or a zone, as `YYYY-MM-DD`. Two of them compare as strings. */
export const calendarDate = z.iso.date()
export type CalendarDate = z.infer<typeof calendarDate>
