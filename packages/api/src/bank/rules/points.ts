import type { ItemContent } from '../schema/content'

/** The most that an answer can earn: one point, or one for each part of a case. */
export const pointsOf = (item: ItemContent): number =>
  item.kind === 'case' ? item.content.parts.length : 1
