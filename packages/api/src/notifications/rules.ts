import type { SoldKind } from '../catalog/schema/vocabulary'
import type { LinePurpose } from '../orders/schema/cart-item'

/** The page of an order for who placed it; for a guest's that is unclaimed, the one that sends its link again. */
export const orderLink = (
  appUrl: string,
  order: { id: string; number: number; userId: string | null },
): string =>
  order.userId === null
    ? `${appUrl}/claim?order=${order.number}`
    : `${appUrl}/account/orders/${order.id}`

/** A page of the dashboard. */
export const adminLink = (appUrl: string, path: `/admin/${string}`): string => `${appUrl}${path}`

/** The person's own membership. */
export const membershipLink = (appUrl: string): string => `${appUrl}/account/membership`

/** Where a gift is claimed with the secret of its mail or of the link that its buyer hands over. */
export const giftClaimLink = (appUrl: string, secret: string): string =>
  `${appUrl}/claim/gift?token=${secret}`

/** Where a seat of a team's pack is claimed with the secret of an invitation or of the pack's link. */
export const seatClaimLink = (appUrl: string, secret: string): string =>
  `${appUrl}/claim/seat?token=${secret}`

/**
 * Where one learns: a course's own home; a program is learnt course by course, from my learning; a
 * membership leads to its own page.
 */
export function learnLink(
  appUrl: string,
  { kind, slug }: { kind: SoldKind; slug: string },
): string {
  if (kind === 'membership') return membershipLink(appUrl)
  return kind === 'course' ? `${appUrl}/learn/${slug}` : `${appUrl}/learning`
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** A day as mails say it, where the reader is. */
export function day(at: Date, timeZone: string): string {
  const known = dayFormats.get(timeZone)
  const format = known ?? new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone })
  if (!known) dayFormats.set(timeZone, format)
  return format.format(at)
}

/** Where one finds what an order line bought: the course itself, or the page of seats, gifts and vouchers. */
export function boughtLink(
  appUrl: string,
  { purpose, offering }: { purpose: LinePurpose; offering: { kind: SoldKind; slug: string } },
): string {
  switch (purpose) {
    case 'access':
      return learnLink(appUrl, offering)
    case 'seats':
      return `${appUrl}/account/teams`
    case 'gift':
      return `${appUrl}/account/teams#gifts`
    case 'exam_attempt':
      return `${appUrl}/account/teams#vouchers`
  }
}
