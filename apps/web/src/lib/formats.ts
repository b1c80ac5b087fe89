import { formatMoney, type Money } from '@archway/api/shared/money'

/** Dates, times and money as one reader writes them. */
export type Formats = {
  date(value: Date): string
  /** of a day that has no time, whatever the reader's time zone */
  day(value: Date): string
  dateTime(value: Date): string
  money(value: Money): string
}

/** Somebody of whom nothing is known: the site's own language, times in UTC. */
export const siteReader = { locale: 'en', timeZone: 'UTC' } as const

/** A time that is not the reader's own says of which zone it is. */
const zoned = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const

/** Formats for a person's locale and time zone; public pages use the site's own. */
export function formatsFor(reader: { locale: string; timeZone: string }): Formats {
  const date = new Intl.DateTimeFormat(reader.locale, {
    dateStyle: 'medium',
    timeZone: reader.timeZone,
  })
  const day = new Intl.DateTimeFormat(reader.locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const dateTime = new Intl.DateTimeFormat(reader.locale, {
    ...(reader === siteReader ? zoned : ({ dateStyle: 'medium', timeStyle: 'short' } as const)),
    timeZone: reader.timeZone,
  })
  return {
    date: (value) => date.format(value),
    day: (value) => day.format(value),
    dateTime: (value) => dateTime.format(value),
    money: (value) => formatMoney(value, reader.locale),
  }
}
