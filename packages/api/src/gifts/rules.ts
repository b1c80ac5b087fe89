/** At what time of the day a gift is mailed, where its buyer is. */
export const deliveryHour = 8

/** The same day a year later, as YYYY-MM-DD; the last of February where there is no 29th. Pure. */
export function yearAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year + 1, month, 0)).getUTCDate()
  const parts = [year + 1, month, Math.min(date, last)]
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
}

/**
 * What is wrong with the day that a gift is to be mailed on, as a key of the message catalogue: days are
 * those of the buyer's time zone, from today to a year ahead. Null: nothing, or at once. Pure.
 */
export function deliveryProblem(
  deliverOn: string | null,
  today: string,
): 'gift-date-past' | 'gift-date-far' | null {
  if (deliverOn === null) return null
  if (deliverOn < today) return 'gift-date-past'
  return deliverOn > yearAfter(today) ? 'gift-date-far' : null
}
