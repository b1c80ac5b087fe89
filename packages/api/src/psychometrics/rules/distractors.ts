/** The share of candidates at each end that is compared: Kelley 1939. */
const END_SHARE = 0.27

export type OptionRow = {
  /** null: no answer */
  option: string | null
  chosen: number
  /** shares among the lowest and the highest 27 %, 0 to 1 */
  lower: number
  upper: number
  /** mean score on the whole test, 0 to 1, of those who chose it */
  meanScore: number
}

/**
 * Who chooses what, for one item: all its options in their order, then “no answer” if there were any.
 * A working distractor draws the weak (`lower` over `upper`), the key the strong. Candidates with the
 * same score stay in the order given. Pure.
 * @param answers option chosen and score on the whole test (0 to 1), one entry for each candidate
 */
export function distractorTable(
  options: readonly string[],
  answers: readonly { option: string | null; score: number }[],
): OptionRow[] {
  const ranked = [...answers].sort((a, b) => a.score - b.score)
  const end = Math.max(1, Math.round(ranked.length * END_SHARE))
  const lowest = ranked.slice(0, end)
  const highest = ranked.slice(-end)
  const row = (option: string | null): OptionRow => {
    const chose = ranked.filter((answer) => answer.option === option)
    const share = (group: typeof ranked) =>
      group.filter((answer) => answer.option === option).length / Math.max(1, group.length)
    return {
      option,
      chosen: chose.length,
      lower: share(lowest),
      upper: share(highest),
      meanScore:
        chose.length > 0 ? chose.reduce((sum, one) => sum + one.score, 0) / chose.length : 0,
    }
  }
  const rows = options.map(row)
  return answers.some((answer) => answer.option === null) ? [...rows, row(null)] : rows
}
