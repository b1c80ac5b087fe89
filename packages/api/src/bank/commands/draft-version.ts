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
 * Throws, naming all places, when content, key and rationale do not fit together.
 */
export function draftVersion(sealer: Sealer, { item, key, rationale }: WholeItem): DraftVersion {
  const problems = findItemProblems(item, key, rationale)
  if (problems.length > 0) {
    const places = problems.map(({ problem, part, id }) => `${problem} (${part ?? ''}/${id ?? ''})`)
    throw new Error(`the item does not fit together: ${places.join(', ')}`)
  }
  return {
    ...sealVersion(sealer, newId(), { key, rationale }),
    content: item.content,
    points: pointsOf(item),
  }
}
