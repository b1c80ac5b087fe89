/** Where the dashboard shows what an entry is about, or null when it has no page. */
export function entityPath(entityType: string, entityId: string): string | null {
  switch (entityType) {
    case 'order':
      return /^[0-9a-f-]{36}$/.test(entityId) ? `/admin/orders/${entityId}` : null
    case 'person':
    case 'user':
      return `/admin/people/${entityId}`
    case 'offering':
      return `/admin/offerings/${entityId}`
    case 'list':
      return null
    default:
      return null
  }
}
