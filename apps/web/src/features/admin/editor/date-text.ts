/** A calendar day as a date input holds it; "" for none. Days are midnight UTC. */
export const dayText = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? ''

/** The day that a date input holds, or null. Anything that is not a day is null. */
export function dayOfText(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? null : day
}

/** Digits as a number; "" is null; anything else is NaN, which every schema refuses. */
export const numberOfText = (text: string): number | null =>
  text.trim() === '' ? null : /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN

export const numberText = (value: number | null): string => (value === null ? '' : String(value))

/** Text, or null when there is none. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
