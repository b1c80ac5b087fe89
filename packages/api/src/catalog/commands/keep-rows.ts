import type { Tx } from '@archway/db/client'

/** Whether there is such a provider, and keeps it from being deleted until the transaction ends. */
export async function keepProvider(tx: Tx, providerId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from providers where id = ${providerId}::uuid for key share`
  return rows.length === 1
}

/**
 * Keeps the courses of a program in their state until the transaction ends: whoever retires one waits,
 * and then finds the program as it has become. Everybody locks a program before its courses.
 */
export async function keepCourses(tx: Tx, programId: string): Promise<void> {
  await tx.$queryRaw`
    select 1 from offerings where id in (
      select course_id from program_courses where program_id = ${programId}::uuid)
    order by id for share`
}
