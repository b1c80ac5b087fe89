/** How things follow each other within a second: Stripe's times are whole ones, those of our answers are not. */
const ranks: Record<string, number> = {
  created: 0,
  funds_withdrawn: 1,
  submit_evidence: 2,
  close_dispute: 2,
  updated: 3,
  funds_reinstated: 4,
  closed: 5,
}

const secondOf = (at: Date): number => Math.floor(at.getTime() / 1000)
const rankOf = (kind: string): number => ranks[kind] ?? 3

/** What happened to a dispute, oldest first. Pure. */
export const inOrder = <Step extends { kind: string; at: Date }>(steps: readonly Step[]): Step[] =>
  [...steps].sort((a, b) => secondOf(a.at) - secondOf(b.at) || rankOf(a.kind) - rankOf(b.kind))
