/**
 * Where each stage goes when the stages are put in a new order: from the index that it had to the one
 * that it gets. A stage that is missing from it was taken out. Pure.
 */
export const stageMoves = (stages: readonly { from: number | null }[]): Map<number, number> =>
  new Map(stages.flatMap(({ from }, to) => (from === null ? [] : [[from, to] as const])))
