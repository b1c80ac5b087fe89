import type { Buyer } from '../../shared/actor'

/**
 * By what orders are told to be the buyer's own: the account, or the browser of a guest. Never the address
 * alone, which anybody can type.
 */
export const buyerKeyOf = ({ userId, guestKey }: Buyer) =>
  userId === null ? { guestKey } : { userId }
