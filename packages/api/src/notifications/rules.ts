import type { OfferingKind } from '../catalog/schema/vocabulary'

/** The page of an order for who placed it. */
export const orderLink = (appUrl: string, orderId: string): string =>
  `${appUrl}/account/orders/${orderId}`

/** A page of the dashboard. */
export const adminLink = (appUrl: string, path: `/admin/${string}`): string => `${appUrl}${path}`

/** Where one learns: a course's own home; a program is learnt course by course, from my learning. */
export const learnLink = (
  appUrl: string,
  { kind, slug }: { kind: OfferingKind; slug: string },
): string => (kind === 'course' ? `${appUrl}/learn/${slug}` : `${appUrl}/learning`)
