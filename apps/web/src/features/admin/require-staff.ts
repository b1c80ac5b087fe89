import 'server-only'
import type { Member } from '@archway/api/shared/actor'
import { can, type StaffAction } from '@archway/api/shared/permissions'
import { notFound } from 'next/navigation'
import { requireMember } from '@/auth/actor'

/**
 * The signed-in member of staff who may do `action`. For everybody else the page does not exist: the
 * dashboard tells nobody what it has. Every procedure checks again.
 */
export async function requireStaff(action: StaffAction, returnTo: string): Promise<Member> {
  const member = await requireMember(returnTo)
  if (!can(member, action)) notFound()
  return member
}

/**
 * The signed-in person who may see offerings from the back: staff who may do `action`, and members of
 * providers, for whom every read and command looks whose it is.
 */
export async function requireStaffOrProvider(
  action: StaffAction,
  returnTo: string,
): Promise<Member> {
  const member = await requireMember(returnTo)
  if (!can(member, action) && member.providerIds.length === 0) notFound()
  return member
}
