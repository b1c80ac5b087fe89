import type Stripe from 'stripe'
import { invalidRequest } from '../http/api-error'

/** Metadata of a new object: keys with empty values are left out. */
export function newMetadata(given: '' | Record<string, string> | undefined): Stripe.Metadata {
  return mergeMetadata({}, given)
}

/** Merges like Stripe: given keys replace, an empty value removes its key, empty text removes all. */
export function mergeMetadata(
  current: Stripe.Metadata | null,
  given: '' | Record<string, string> | undefined,
): Stripe.Metadata {
  if (given === undefined) return current ?? {}
  if (given === '') return {}
  const merged = new Map(Object.entries(current ?? {}))
  for (const [key, value] of Object.entries(given)) {
    if (value === '') merged.delete(key)
    else merged.set(key, value)
  }
  if (merged.size > 50) {
    throw invalidRequest('Metadata has at most 50 keys.', undefined, 'metadata')
  }
  return Object.fromEntries(merged)
}
