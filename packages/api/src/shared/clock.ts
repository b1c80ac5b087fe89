/** Where the time comes from, so that rules and tests can be given another one. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. */
export function manualClock(start: Date): Clock & { advanceSeconds(seconds: number): void } {
  let current = start.getTime()
  return {
    now: () => new Date(current),
    advanceSeconds: (seconds) => {
      current += seconds * 1000
    },
  }
}
