import type { Side } from '../compare'
import type { BenchOptions } from '../options'
import type { RunningSite } from '../site/running-site'

export type WorkContext = {
  site: RunningSite
  options: BenchOptions
  /** Has something ended when the works of this site are done. */
  onEnd: (stop: () => Promise<void>) => void
}

/** One thing that people or Stripe do, beside the least that it could cost on this machine. */
export type Work = {
  /** What comes before the colon is the group. */
  name: string
  /** Whether it is measured over each data set or over the largest one only. */
  scope: 'each' | 'largest'
  /** Wanted throughput as a share of the limit; null where the goals name none. */
  goal: number | null
  /** More clients than this are not tried: each needs something of its own that is scarce. */
  mostClients?: number
  /** A round of the subject sends no more than this. */
  mostRequests?: number
  /** Measured with so many clients only, each of which does it once, all at the same moment. */
  atOnce?: number
  prepare: (context: WorkContext) => Promise<{ subject: Side; limit: Side }>
}

/** A value that is made at its first use, once per site. */
export function oncePerSite<T>(
  make: (context: WorkContext) => Promise<T>,
): (context: WorkContext) => Promise<T> {
  const made = new WeakMap<RunningSite, Promise<T>>()
  return (context) => {
    const known = made.get(context.site) ?? make(context)
    made.set(context.site, known)
    return known
  }
}

/** Goes through values again and again. */
export function rotate<T>(values: readonly T[]): () => T {
  let index = 0
  return () => {
    const value = values[index++ % values.length]
    if (value === undefined) throw new Error('Nothing to go through.')
    return value
  }
}
