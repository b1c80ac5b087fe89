import { sha256 } from '../../shared/hash'

/**
 * Same cart, same hash, in whatever order it was filled. Codes are not part of it: a person has one
 * open order per cart, and another code ends its session as another price does.
 */
export const cartHashOf = (offeringIds: readonly string[]): string =>
  sha256([...offeringIds].sort().join(','))
