import { z } from 'zod'

const address = z.email().max(254)

/** Addresses as people type or paste them: separated by spaces, commas, semicolons or lines. Pure. */
export const splitAddresses = (text: string): string[] =>
  text.split(/[\s,;]+/u).filter((part) => part !== '')

export type AskedAddress = { email: string; problem: 'address-invalid' | 'address-twice' | null }

/** Each address in the order it was given, in small letters, with what is wrong with it. Pure. */
export function checkAddresses(emails: readonly string[]): AskedAddress[] {
  const seen = new Set<string>()
  return emails.map((asked) => {
    const email = asked.trim().toLowerCase()
    if (!address.safeParse(email).success) return { email, problem: 'address-invalid' }
    if (seen.has(email)) return { email, problem: 'address-twice' }
    seen.add(email)
    return { email, problem: null }
  })
}
