import { invalid } from '../../shared/errors'
import type { Sealer } from '../../shared/sealer'
import { newId } from '../../shared/uuid'
import { findItemProblems } from '../rules/item-problems'
import { pointsOf } from '../rules/points'
import type { WholeItem } from '../schema/item'
import { type SealedVersion, sealVersion } from '../sealing'

/** The columns of a new version that hold what was written. */
export type DraftVersion = SealedVersion & { content: object; points: number }

/**
 * A version as it goes into the database, with an id of its own that key and rationale are sealed for.
 * Throws `invalid` (`item-does-not-fit`) with the first place where content, key and rationale disagree.
 */
export function draftVersion(sealer: Sealer, { item, key, rationale }: WholeItem): DraftVersion {
  const [found] = findItemProblems(item, key, rationale)
  if (found) throw invalid('item-does-not-fit', 'item', { ...found })
  return {
    ...sealVersion(sealer, newId(), { key, rationale }),
    content: item.content,
    points: pointsOf(item),
  }
}
