import type { StaffAction } from '@archway/api/shared/permissions'

/** Every page of the dashboard, with what one must be allowed to see it. */
export const adminNav = [
  { key: 'overview', href: '/admin', action: 'dashboard.view' },
  { key: 'offerings', href: '/admin/offerings', action: 'offering.read' },
  { key: 'providers', href: '/admin/providers', action: 'provider.read' },
  { key: 'guides', href: '/admin/guides', action: 'guide.edit' },
  { key: 'imports', href: '/admin/imports', action: 'import.run' },
  { key: 'reviews', href: '/admin/reviews', action: 'review.moderate' },
  { key: 'orders', href: '/admin/orders', action: 'order.read' },
  { key: 'people', href: '/admin/people', action: 'person.read' },
  { key: 'enrolments', href: '/admin/enrolments', action: 'enrolment.read' },
  { key: 'webhooks', href: '/admin/webhooks', action: 'webhook.read' },
  { key: 'audit', href: '/admin/audit', action: 'audit.read' },
] as const satisfies readonly { key: string; href: string; action: StaffAction }[]

export type AdminPageKey = (typeof adminNav)[number]['key']
