import type { DbOrTx } from '@archway/db/client'

/** From so many sittings, and so many days after the first, an item counts as known outside. */
const EXPOSED_SITTINGS = 100
const EXPOSED_DAYS = 30

export type ItemExposure = {
  isExposed: boolean
  /** the item's own id of the wrong option that was put about; null when it is no trojan */
  leakedOption: string | null
}

/** How long the items of a form have been out, and which of them are trojans; by version. */
export async function listExposure(
  db: DbOrTx,
  formId: string,
  now: Date,
): Promise<Map<string, ItemExposure>> {
  const rows = await db.$queryRaw<
    { versionId: string; sittings: number; firstAt: Date | null; leakedOption: string | null }[]
  >`
    select f.version_id as "versionId", count(a.id)::int as sittings, min(a.started_at) as "firstAt",
      max(t.leaked_option) as "leakedOption"
    from exam_form_items f
      left join trojan_items t on t.version_id = f.version_id
      left join attempt_items i on i.version_id = f.version_id
      left join exam_attempts a on a.id = i.attempt_id
    where f.form_id = ${formId}::uuid
    group by f.version_id`
  const before = now.getTime() - EXPOSED_DAYS * 86_400_000
  return new Map(
    rows.map(({ versionId, sittings, firstAt, leakedOption }) => [
      versionId,
      {
        isExposed: sittings >= EXPOSED_SITTINGS && firstAt !== null && firstAt.getTime() <= before,
        leakedOption,
      },
    ]),
  )
}
