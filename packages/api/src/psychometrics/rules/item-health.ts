import type { ItemDetail } from '../schema'
import type { DifClass } from './mantel-haenszel'

/** Fewer sittings say nothing about an item or an exam. */
export const smallestSample = 30

export type ItemVerdict = 'unknown' | 'sound' | 'review' | 'quarantine'

/** A distractor that fewer choose does not work. */
const DEAD_SHARE = 0.02

/**
 * What an item's figures ask for: `quarantine` when the better candidates get it wrong, `review` when it
 * is very hard or easy, tells good from weak hardly, or works differently for a group. A distractor that
 * nobody takes is noted and no reason by itself. Pure. Thresholds by convention: Crocker & Algina 1986.
 */
export function itemHealth(item: {
  n: number
  p: number
  itemRest: number | null
  dif: DifClass | null
  distractors: readonly { chosen: number }[]
}): { verdict: ItemVerdict; reasons: ItemDetail['reasons'] } {
  if (item.n < smallestSample) return { verdict: 'unknown', reasons: [] }
  const serious: ItemDetail['reasons'] = []
  if (item.p < 0.3) serious.push('hard')
  if (item.p > 0.9) serious.push('easy')
  if (item.itemRest !== null && item.itemRest < 0) serious.push('negative')
  else if (item.itemRest !== null && item.itemRest < 0.2) serious.push('weak')
  if (item.dif === 'C') serious.push('dif')
  const isDead = item.distractors.some(({ chosen }) => chosen < DEAD_SHARE * item.n)
  return {
    verdict: serious.includes('negative') ? 'quarantine' : serious.length > 0 ? 'review' : 'sound',
    reasons: isDead ? [...serious, 'dead_distractor'] : serious,
  }
}
