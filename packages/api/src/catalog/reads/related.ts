import type { DbOrTx } from '@archway/db/client'

const RELATED = 6
/** Skills looked at, rarest first: sharing a rare one says more than sharing one that everything has. */
const SKILLS = 8
/** From so many offerings on, skills are frequent and all weigh the same: they are not counted further. */
const FREQUENT = 400
/** Offerings considered per skill, most popular first, so that the cost does not grow with the catalogue. */
const PER_SKILL = 40

/**
 * Ids of published offerings that have the most in common with one: shared skills, each counting more
 * the fewer offerings have it, then popularity. `exceptIds` are left out.
 */
export async function listRelatedIds(
  db: DbOrTx,
  offeringId: string,
  exceptIds: readonly string[],
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with shared as (
      select k.slug, 1 / ln(2 + (select count(*) from (
        select 1 from offering_skills y where y.skill_id = k.id limit ${FREQUENT}) few)) as weight
      from offering_skills x join skills k on k.id = x.skill_id
      where x.offering_id = ${offeringId}::uuid
      order by weight desc, x.position limit ${SKILLS})
    select near.offering_id as id
    from shared cross join lateral (
      select s.offering_id, s.popularity from offering_search s
      where s.is_listed and s.skills @> array[shared.slug]
        and s.offering_id <> ${offeringId}::uuid and s.offering_id <> all (${exceptIds}::uuid[])
      order by s.popularity desc, s.offering_id limit ${PER_SKILL}) near
    group by near.offering_id, near.popularity
    order by sum(shared.weight) desc, near.popularity desc, near.offering_id
    limit ${RELATED}`
  return rows.map((row) => row.id)
}
