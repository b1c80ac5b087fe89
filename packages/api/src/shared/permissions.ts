import type { Actor } from './actor'
import type { StaffRole } from './staff-roles'

/**
 * Who may do what, as data: every staff action with the roles that may do it. Safe in a browser, so
 * that a page can hide or explain what the server refuses by the very same table.
 */
export const permissions = {
  'dashboard.view': ['support', 'catalog_editor', 'finance', 'exam_board', 'admin'],
  'offering.read': ['support', 'catalog_editor', 'finance', 'exam_board', 'admin'],
  'offering.edit': ['catalog_editor', 'admin'],
  'offering.publish': ['catalog_editor', 'admin'],
  'provider.read': ['support', 'catalog_editor', 'finance', 'exam_board', 'admin'],
  'provider.edit': ['catalog_editor', 'admin'],
  'guide.edit': ['catalog_editor', 'admin'],
  'import.run': ['catalog_editor', 'admin'],
  'order.read': ['support', 'finance', 'admin'],
  'order.refund': ['finance', 'admin'],
  'dispute.answer': ['finance', 'admin'],
  'order.resync': ['support', 'finance', 'admin'],
  'document.read': ['support', 'finance', 'admin'],
  'document.correct': ['finance', 'admin'],
  'legal-entity.edit': ['finance', 'admin'],
  'price-region.read': ['support', 'catalog_editor', 'finance', 'admin'],
  'price-region.edit': ['finance', 'admin'],
  'tax.read': ['support', 'finance', 'admin'],
  'tax.edit': ['finance', 'admin'],
  'coupon.read': ['support', 'finance', 'admin'],
  'coupon.edit': ['finance', 'admin'],
  'seat.read': ['support', 'finance', 'admin'],
  'seat.edit': ['support', 'admin'],
  'gift.read': ['support', 'finance', 'admin'],
  'gift.edit': ['support', 'admin'],
  'payout.read': ['support', 'finance', 'admin'],
  'payout.send': ['finance', 'admin'],
  'share.edit': ['finance', 'admin'],
  'subscription.read': ['support', 'finance', 'admin'],
  'subscription.edit': ['support', 'finance', 'admin'],
  'plan.edit': ['finance', 'admin'],
  'ledger.read': ['finance', 'admin'],
  'ledger.accept': ['finance', 'admin'],
  'webhook.read': ['support', 'finance', 'admin'],
  'person.read': ['support', 'finance', 'exam_board', 'admin'],
  'person.edit': ['support', 'admin'],
  'person.roles': ['admin'],
  'person.sessions': ['support', 'admin'],
  'enrolment.read': ['support', 'finance', 'exam_board', 'admin'],
  'enrolment.grant': ['support', 'admin'],
  'enrolment.revoke': ['support', 'admin'],
  'credential.read': ['support', 'exam_board', 'admin'],
  'credential.decide': ['exam_board', 'admin'],
  'issuer.keys': ['admin'],
  'review.moderate': ['support', 'catalog_editor', 'admin'],
  'scheme.read': ['support', 'catalog_editor', 'exam_board', 'admin'],
  'scheme.edit': ['catalog_editor', 'exam_board', 'admin'],
  'item.read': ['exam_board', 'admin'],
  'item.write': ['exam_board', 'admin'],
  'item.review': ['exam_board', 'admin'],
  'exam.read': ['exam_board', 'admin'],
  'exam.form': ['exam_board', 'admin'],
  'exam.decide': ['exam_board', 'admin'],
  'panel.run': ['exam_board', 'admin'],
  'statistics.read': ['exam_board', 'admin'],
  'integrity.review': ['exam_board', 'admin'],
  'item.export': ['exam_board', 'admin'],
  'audit.read': ['finance', 'admin'],
} as const satisfies Record<string, readonly StaffRole[]>

export type StaffAction = keyof typeof permissions

/** Whether any of the roles allows the action. Pure. */
export function rolesAllow(roles: readonly StaffRole[], action: StaffAction): boolean {
  const allowed: readonly StaffRole[] = permissions[action]
  return roles.some((role) => allowed.includes(role))
}

/** The roles that allow an action. */
export const rolesFor = (action: StaffAction): StaffRole[] => [...permissions[action]]

/** Whether the actor may do a staff action. The system may do all of them; visitors none. */
export function can(actor: Actor, action: StaffAction): boolean {
  if (actor.type === 'system') return true
  return actor.type === 'member' && rolesAllow(actor.roles, action)
}
