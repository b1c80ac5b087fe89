const STEPS = 50

/**
 * Chance to be right on each item for a candidate of each score, 0 to all: at the ability for which the
 * Rasch model expects that score (maximum likelihood). None and all are taken as half a point from the
 * end, where there still is such an ability. Pure.
 * @param difficulties logits
 */
export function rightChances(difficulties: readonly number[]): number[][] {
  const items = difficulties.length
  return Array.from({ length: items + 1 }, (_, score) => {
    const wanted = Math.min(items - 0.5, Math.max(0.5, score))
    let [low, high] = [-20, 20]
    for (let step = 0; step < STEPS; step += 1) {
      const ability = (low + high) / 2
      const expected = difficulties.reduce((sum, b) => sum + chanceAt(ability, b), 0)
      if (expected < wanted) low = ability
      else high = ability
    }
    return difficulties.map((b) => chanceAt(low, b))
  })
}

const chanceAt = (ability: number, difficulty: number) => 1 / (1 + Math.exp(difficulty - ability))
