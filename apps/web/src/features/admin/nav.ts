import type { StaffAction } from '@archway/api/shared/permissions'

/** Every page of the dashboard in its group, with what one must be allowed to see it. */
export const adminNav = [
  { key: 'overview', group: 'start', href: '/admin', action: 'dashboard.view' },
  { key: 'offerings', group: 'catalogue', href: '/admin/offerings', action: 'offering.read' },
  { key: 'bundles', group: 'catalogue', href: '/admin/bundles', action: 'offering.read' },
  { key: 'providers', group: 'catalogue', href: '/admin/providers', action: 'provider.read' },
  { key: 'guides', group: 'catalogue', href: '/admin/guides', action: 'guide.edit' },
  { key: 'reviews', group: 'catalogue', href: '/admin/reviews', action: 'review.moderate' },
  { key: 'imports', group: 'catalogue', href: '/admin/imports', action: 'import.run' },
  { key: 'orders', group: 'sales', href: '/admin/orders', action: 'order.read' },
  {
    key: 'subscriptions',
    group: 'sales',
    href: '/admin/subscriptions',
    action: 'subscription.read',
  },
  { key: 'seats', group: 'sales', href: '/admin/seats', action: 'seat.read' },
  { key: 'gifts', group: 'sales', href: '/admin/gifts', action: 'gift.read' },
  { key: 'vouchers', group: 'sales', href: '/admin/vouchers', action: 'order.read' },
  { key: 'coupons', group: 'sales', href: '/admin/coupons', action: 'coupon.read' },
  {
    key: 'priceRegions',
    group: 'sales',
    href: '/admin/price-regions',
    action: 'price-region.read',
  },
  { key: 'people', group: 'people', href: '/admin/people', action: 'person.read' },
  { key: 'enrolments', group: 'people', href: '/admin/enrolments', action: 'enrolment.read' },
  { key: 'credentials', group: 'people', href: '/admin/credentials', action: 'credential.read' },
  { key: 'schemes', group: 'certification', href: '/admin/schemes', action: 'scheme.read' },
  { key: 'exams', group: 'certification', href: '/admin/exams', action: 'exam.read' },
  { key: 'items', group: 'certification', href: '/admin/items', action: 'item.read' },
  { key: 'examForms', group: 'certification', href: '/admin/exams/forms', action: 'exam.form' },
  { key: 'appeals', group: 'certification', href: '/admin/exams/appeals', action: 'exam.decide' },
  {
    key: 'accommodations',
    group: 'certification',
    href: '/admin/exams/accommodations',
    action: 'exam.decide',
  },
  {
    key: 'examStatistics',
    group: 'certification',
    href: '/admin/exams/statistics',
    action: 'statistics.read',
  },
  { key: 'panels', group: 'certification', href: '/admin/exams/panels', action: 'panel.run' },
  { key: 'cases', group: 'certification', href: '/admin/exams/cases', action: 'integrity.review' },
  { key: 'documents', group: 'finance', href: '/admin/documents', action: 'document.read' },
  { key: 'disputes', group: 'finance', href: '/admin/disputes', action: 'order.read' },
  { key: 'earnings', group: 'finance', href: '/admin/earnings', action: 'ledger.read' },
  { key: 'payouts', group: 'finance', href: '/admin/payouts', action: 'payout.read' },
  { key: 'tax', group: 'finance', href: '/admin/tax', action: 'tax.read' },
  { key: 'ledger', group: 'finance', href: '/admin/ledger', action: 'ledger.read' },
  { key: 'money', group: 'finance', href: '/admin/money', action: 'ledger.read' },
  { key: 'webhooks', group: 'records', href: '/admin/webhooks', action: 'webhook.read' },
  { key: 'audit', group: 'records', href: '/admin/audit', action: 'audit.read' },
] as const satisfies readonly {
  key: string
  group: string
  href: string
  action: StaffAction
}[]

export type AdminPageKey = (typeof adminNav)[number]['key']
export type AdminNavGroup = (typeof adminNav)[number]['group']

/** A page as the sidebar shows it. */
export type AdminNavItem = {
  key: AdminPageKey
  group: AdminNavGroup
  href: string
  label: string
}

/** What can be begun from anywhere, by the command palette. */
export const adminActions = [
  { key: 'newOffering', href: '/admin/offerings/new', action: 'offering.edit' },
  { key: 'newProvider', href: '/admin/providers/new', action: 'provider.edit' },
  { key: 'newGuide', href: '/admin/guides/new', action: 'guide.edit' },
  { key: 'newFact', href: '/admin/guides/facts/new', action: 'guide.edit' },
  { key: 'newBundle', href: '/admin/bundles/new', action: 'offering.edit' },
  { key: 'newCoupon', href: '/admin/coupons/new', action: 'coupon.edit' },
  { key: 'newItem', href: '/admin/items/new', action: 'item.write' },
  { key: 'giveAccess', href: '/admin/enrolments/grant', action: 'enrolment.grant' },
  { key: 'giveAccessByFile', href: '/admin/enrolments/bulk', action: 'enrolment.grant' },
] as const satisfies readonly { key: string; href: string; action: StaffAction }[]
