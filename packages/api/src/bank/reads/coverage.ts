import type { DbOrTx } from '@archway/db/client'
import type { ItemState } from '../schema/kinds'
import { newestVersions } from './item-list'

/** How many items and points of an objective are in a state. */
export type CoverageCount = { objective: string; state: ItemState; items: number; points: number }

/** The items of an exam, counted by objective and state of their newest version. */
export const countCoverage = (db: DbOrTx, offeringId: string): Promise<CoverageCount[]> =>
  db.$queryRaw<CoverageCount[]>`
    select v.objective, i.state, count(*)::int as items, sum(v.points)::int as points
    from ${newestVersions}
    where i.offering_id = ${offeringId}::uuid
    group by v.objective, i.state order by v.objective, i.state`
