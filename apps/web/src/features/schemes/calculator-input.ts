import { type CalendarDate, calendarDate } from '@archway/api/schemes/schema/calendar-date'
import type { Sitting } from '@archway/api/schemes/schema/scheme'

/** Days on which somebody can have failed that the form asks for. */
export const FAILURE_FIELDS = 4

export type RawParams = Record<string, string | string[] | undefined>

/** What was entered, as it was entered, beside what it means. */
export type CalculatorInput = {
  failed: string[]
  passed: string
  /** the fields that hold something else than a day up to today: indices of `failed`, and -1 for `passed` */
  wrong: number[]
  sittings: Sitting[]
}

const valuesOf = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value : [value ?? '']).map((text) => text.trim().slice(0, 20))

/** Reads the days of the address. What is not a day up to today is kept as it was typed and reported. */
export function readCalculatorInput(params: RawParams, today: CalendarDate): CalculatorInput {
  const entered = valuesOf(params.failed).filter((text) => text !== '')
  const failed = Array.from({ length: FAILURE_FIELDS }, (_, at) => entered[at] ?? '')
  const passed = valuesOf(params.passed)[0] ?? ''
  const isDay = (text: string) => calendarDate.safeParse(text).success && text <= today
  const fields = [...failed.map((text, at) => ({ text, at })), { text: passed, at: -1 }]
  const filled = fields.filter(({ text }) => text !== '')
  return {
    failed,
    passed,
    wrong: filled.filter(({ text }) => !isDay(text)).map(({ at }) => at),
    sittings: filled
      .filter(({ text }) => isDay(text))
      .map(({ text, at }) => ({ on: text, hasPassed: at === -1 })),
  }
}
