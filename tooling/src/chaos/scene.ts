import { setTimeout as sleep } from 'node:timers/promises'
import { ControlError } from '@archway/stripe-local/control'
import type { Random } from '../random'
import type { ChaosShop } from './shop'
import type { Tally } from './tally'

/** Where everybody plays their part until it is over. */
export type Scene = { shop: ChaosShop; tally: Tally; isOver: () => boolean }

/** One of the acts, each as often as its weight says. */
export function weighted<T>(random: Random, acts: readonly (readonly [number, T])[]): T {
  let left = random.next() * acts.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, act] of acts) {
    left -= weight
    if (left < 0) return act
  }
  return random.pick(acts)[1]
}

/** Waits for a while that is never the same. */
export const pause = (random: Random, least: number, most: number): Promise<void> =>
  sleep(least + random.below(most - least + 1))

/** Does something at Stripe that may be too late: counts whether it was done or refused. */
export async function attempt<T>(
  { tally }: Pick<Scene, 'tally'>,
  group: string,
  what: string,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    const result = await work()
    tally.count(group, what)
    return result
  } catch (error) {
    if (!(error instanceof ControlError)) throw error
    tally.count(group, `${what}: refused`)
    return null
  }
}
