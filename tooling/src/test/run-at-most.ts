/** Runs all jobs, at most `limit` of them at a time, in their order. Throws when one of them does. */
export async function runAtMost(
  limit: number,
  jobs: readonly (() => Promise<unknown>)[],
): Promise<void> {
  const waiting = [...jobs]
  const work = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job()
  }
  await Promise.all(Array.from({ length: Math.max(1, limit) }, work))
}
