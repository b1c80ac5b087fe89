import 'server-only'
import { sessionIdleSeconds } from '@archway/api/accounts/rules'
import { currentPromise } from '@archway/api/payments/rules/refund-promise'

/** The pages about the site itself, each with its parts in order (messages: about.<page>.<part>). */
export const aboutPages = {
  overview: ['what', 'facts', 'listing', 'people'],
  refunds: ['promise', 'how', 'what', 'outside'],
  privacy: ['stored', 'payment', 'cookies', 'who', 'rights'],
  terms: ['account', 'buying', 'others', 'content', 'limits'],
} as const

export type AboutPage = keyof typeof aboutPages
export const aboutPageNames = Object.keys(aboutPages) as AboutPage[]

export const isAboutPage = (name: string): name is AboutPage => Object.hasOwn(aboutPages, name)

export const aboutPath = (page: AboutPage) => (page === 'overview' ? '/about' : `/about/${page}`)

/** Numbers in the texts, taken from the rules that decide, so that text and decision cannot differ. */
export const aboutValues = (page: AboutPage) => ({
  days: page === 'privacy' ? sessionIdleSeconds / 86_400 : currentPromise.days,
  percent: currentPromise.belowPercent,
})
