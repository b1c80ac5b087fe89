import type { DbOrTx } from '@archway/db/client'
import type { Member } from '../../shared/actor'
import type { CognitiveLevel, ItemKind, ItemState } from '../schema/kinds'
import { listBarredExams } from './barred-exams'
import { newestVersions } from './item-list'

/** A version that waits for somebody other than its author. */
export type WaitingItem = {
  id: string
  code: string
  state: ItemState
  versionId: string
  number: number
  kind: ItemKind
  objective: string
  level: CognitiveLevel
  stem: string
  authorName: string | null
  writtenAt: Date
  /** the reader wrote it and so may not review it */
  isOwn: boolean
}

/** What waits for review, the oldest first: the reader's own at the end, and no exam that they may sit. */
export async function listWaiting(db: DbOrTx, actor: Member): Promise<WaitingItem[]> {
  const barred = await listBarredExams(db, actor)
  return await db.$queryRaw<WaitingItem[]>`
    select i.id, i.code, i.state, v.id as "versionId", v.number, v.kind, v.objective, v.level,
      v.content->>'stem' as stem, u.name as "authorName", v.created_at as "writtenAt",
      v.author_id = ${actor.userId}::uuid as "isOwn"
    from ${newestVersions} join users u on u.id = v.author_id
    where i.offering_id <> all(${barred}::uuid[])
      and (i.state = 'review' or (i.state in ('pretest', 'active', 'quarantined')
        and not exists (select 1 from item_reviews r where r.version_id = v.id)))
    order by "isOwn", v.created_at, i.code
    limit 200`
}
