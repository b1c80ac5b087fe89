import { getRequestConfig } from 'next-intl/server'
import { messages } from './messages'

/** The language of the interface. One for now; the catalogue of another goes beside messages/en. */
export const defaultLocale = 'en'

export default getRequestConfig(async () => ({
  locale: defaultLocale,
  messages,
  timeZone: 'UTC',
}))
