import type { Round } from '../statistics'

/** Longest time that one round may take; what is not begun by then is left out. */
const DEADLINE_MS = 60_000

/**
 * Makes `amount` calls, `clients` at once, each beginning its next one when the last is done. A call
 * may answer how many milliseconds of its time do not count. Throws what the first failing call throws.
 */
export async function loadByCalls(options: {
  clients: number
  amount: number
  // biome-ignore lint/suspicious/noConfusingVoidType: most calls answer nothing
  one: () => Promise<number | void>
  /** Milliseconds since some moment. */
  now?: () => number
}): Promise<Round> {
  const { now = () => performance.now() } = options
  const latenciesMs: number[] = []
  const startedAt = now()
  let begun = 0
  let uncountedMs = 0
  const client = async () => {
    while (begun < options.amount && now() - startedAt < DEADLINE_MS) {
      begun += 1
      const beganAt = now()
      const uncounted = (await options.one()) ?? 0
      uncountedMs += uncounted
      latenciesMs.push(now() - beganAt - uncounted)
    }
  }
  await Promise.all(Array.from({ length: options.clients }, client))
  // Clients wait side by side, so what one of them does not count is its share of the whole.
  const countedMs = now() - startedAt - uncountedMs / options.clients
  return { perSecond: latenciesMs.length / (countedMs / 1000), latenciesMs }
}
