import type { ItemContent } from '../schema/content'

/**
 * Where the picture of a hotspot is stored, or null when there is none. `part`: of a case, the number of the
 * question from one; null for an item of a single question.
 */
export function pictureKey(item: ItemContent, part: number | null): string | null {
  const question = item.kind === 'case' ? item.content.parts[(part ?? 0) - 1] : item
  return question?.kind === 'hotspot' ? question.content.image.key : null
}
