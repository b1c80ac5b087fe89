import { successesAtLeast } from '../../shared/distributions'

export type TrojanAnswer = {
  /** whether the candidate gave the wrong key that was put about */
  isLeakedKey: boolean
  /** how many candidates of the same level gave that answer, and how many were served the item */
  given: number
  served: number
}

/**
 * Chance of an honest candidate to give so many of the wrong keys that were put about for unscored
 * items: each as often as candidates of their level do, and never under one in a hundred. Null when none was
 * served. Pure. Source: Maynes 2009, the method of “Trojan horse” items.
 */
export function trojanChance(answers: readonly TrojanAnswer[]): number | null {
  if (answers.length === 0) return null
  return successesAtLeast(
    answers.filter((answer) => answer.isLeakedKey).length,
    answers.map(({ given, served }) => Math.max(0.01, (given + 1) / (served + 2))),
  )
}
