/** Staff roles. Everybody who signs in is a learner; provider members are known by membership. */
export const staffRoles = ['support', 'catalog_editor', 'finance', 'exam_board', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]
