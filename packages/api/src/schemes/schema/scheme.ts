import type { CalendarDate } from './calendar-date'
import type { SchemeDocument } from './document'

/** A certification with the newest version of its scheme. */
export type Scheme = {
  offeringId: string
  slug: string
  title: string
  provider: string
  origin: 'own' | 'external'
  version: number
  publishedAt: Date
  document: SchemeDocument
}

/** What somebody has done so far: the days on which the exam was sat, and with what result. */
export type Sitting = { on: CalendarDate; hasPassed: boolean }
