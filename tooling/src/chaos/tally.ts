/** What happened how often, in groups. */
export class Tally {
  private readonly counts = new Map<string, Map<string, number>>()

  count(group: string, what: string, times = 1): void {
    const known = this.counts.get(group) ?? new Map<string, number>()
    known.set(what, (known.get(what) ?? 0) + times)
    this.counts.set(group, known)
  }

  of(group: string, what: string): number {
    return this.counts.get(group)?.get(what) ?? 0
  }

  /** One row for each count: group, what, how often; groups as they came, the most frequent first. */
  rows(): [string, string, string][] {
    return [...this.counts].flatMap(([group, known]) =>
      [...known]
        .sort(([, a], [, b]) => b - a)
        .map(([what, times]): [string, string, string] => [group, what, String(times)]),
    )
  }
}
