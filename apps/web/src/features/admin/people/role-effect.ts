import { permissions, rolesAllow, type StaffAction } from '@archway/api/shared/permissions'
import type { StaffRole } from '@archway/api/shared/staff-roles'

const actions = Object.keys(permissions) as StaffAction[]

/** Which staff actions a change of roles gives and takes. Pure. */
export function roleEffect(before: readonly StaffRole[], after: readonly StaffRole[]) {
  return {
    gained: actions.filter((action) => !rolesAllow(before, action) && rolesAllow(after, action)),
    lost: actions.filter((action) => rolesAllow(before, action) && !rolesAllow(after, action)),
  }
}
