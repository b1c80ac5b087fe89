import type { PanelResult } from '../schema'
import { mean, variance } from './moments'
import { alpha } from './reliability'

export type Rating = { judgeId: string; versionId: string; chance: number }
export type RatedItem = { versionId: string; points: number }

/**
 * What the ratings of one round say: the cut score in raw points, how sure it is and how far the judges
 * agree. Every judge has rated every item; throws `RangeError` otherwise. Judges in the order of their
 * ids, items in the order given. Pure.
 * Source: Angoff 1971; Cizek & Bunch 2007, ch. 6.
 */
export function panelFigures(items: readonly RatedItem[], ratings: readonly Rating[]): PanelResult {
  const judgeIds = [...new Set(ratings.map((rating) => rating.judgeId))].sort()
  const byKey = new Map(
    ratings.map((rating) => [`${rating.judgeId} ${rating.versionId}`, rating.chance]),
  )
  const chance = (judgeId: string, versionId: string) => {
    const found = byKey.get(`${judgeId} ${versionId}`)
    if (found === undefined) throw new RangeError(`No rating of ${versionId} by ${judgeId}.`)
    return found
  }
  const judges = judgeIds.map((judgeId) => ({
    judgeId,
    cutRaw: items.reduce((sum, item) => sum + item.points * chance(judgeId, item.versionId), 0),
  }))
  const cuts = judges.map((judge) => judge.cutRaw)
  return {
    cutRaw: mean(cuts),
    maxRaw: items.reduce((sum, item) => sum + item.points, 0),
    standardError: Math.sqrt(variance(cuts) / cuts.length),
    consistency: alpha(
      items.map((item) => judgeIds.map((judgeId) => chance(judgeId, item.versionId))),
    ),
    judges,
    items: items.map(({ versionId }) => {
      const given = judgeIds.map((judgeId) => chance(judgeId, versionId))
      return {
        versionId,
        mean: mean(given),
        lowest: Math.min(...given),
        highest: Math.max(...given),
      }
    }),
  }
}
