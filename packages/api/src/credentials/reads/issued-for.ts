import type { DbOrTx } from '@archway/db/client'

/**
 * Of these offerings those for which a credential was issued to the person after a moment, their own or one
 * for a course of the program. One that was revoked counts no more: what it proved is taken back.
 */
export async function listCredentialed(
  db: DbOrTx,
  userId: string | null,
  offeringIds: readonly string[],
  since: Date | null,
): Promise<Set<string>> {
  if (userId === null || since === null) return new Set()
  const rows = await db.$queryRaw<{ id: string }[]>`
    select o.id from unnest(${[...offeringIds]}::uuid[]) o(id)
    where exists (
      select 1 from credentials c join achievements a on a.id = c.achievement_id
      where c.user_id = ${userId}::uuid and c.state in ('valid', 'suspended')
        and c.created_at >= ${since}
        and (a.offering_id = o.id or a.offering_id in (
          select course_id from program_courses where program_id = o.id)))`
  return new Set(rows.map(({ id }) => id))
}
