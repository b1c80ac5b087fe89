const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where the dashboard shows what an entry is about, or null when it has no page. */
export function entityPath(entityType: string, entityId: string): string | null {
  switch (entityType) {
    case 'order':
      return uuid.test(entityId) ? `/admin/orders/${entityId}` : null
    case 'dispute':
      return `/admin/disputes/${entityId}`
    case 'person':
    case 'user':
      return `/admin/people/${entityId}`
    case 'offering':
      return `/admin/offerings/${entityId}`
    case 'provider':
      return `/admin/providers/${entityId}`
    case 'payout':
      return `/admin/payouts/${entityId}`
    case 'bundle':
      return `/admin/bundles/${entityId}`
    case 'subscription':
      return `/admin/subscriptions/${entityId}`
    case 'membership':
      return '/admin/subscriptions/plans'
    case 'seat-pool':
      return `/admin/seats/${entityId}`
    case 'gift':
      return `/admin/gifts/${entityId}`
    case 'item':
      return `/admin/items/${entityId}`
    case 'coupon':
      return `/admin/coupons/${entityId}`
    case 'guide':
      return `/admin/guides/${entityId}`
    case 'fact':
      return `/admin/guides/facts/${entityId}`
    case 'legal-entity':
      return '/admin/documents/sellers'
    case 'price-region':
      return `/admin/price-regions/${entityId}`
    case 'tax-rate':
      return `/admin/tax/rates/${entityId}`
    case 'tax-registration':
      return `/admin/tax/registrations/${entityId}`
    case 'catalog-import':
      return `/admin/imports/${entityId}`
    default:
      return null
  }
}

/** An id as a table shows it: a name whole, of a random one the part that tells it from the others. */
export const entityName = (entityId: string): string =>
  uuid.test(entityId) ? `…${entityId.slice(-6)}` : entityId
