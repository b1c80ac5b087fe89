import { setTimeout as sleep } from 'node:timers/promises'
import { sendDueGifts } from '@archway/api/gifts/commands/send-due-gifts'
import { reconcile } from '@archway/api/payments/commands/reconcile'
import { getSyncHealth } from '@archway/api/payments/reads/stripe-traffic'
import { ExplainedError } from '../terminal/explained-error'
import type { ChaosShop } from './shop'

/** Longer than a lease and a job's second try after a crash. */
const patienceMs = 6 * 60_000

/**
 * Lets everything come to rest, as it would within minutes in production: Stripe works again and sends
 * what waits, and the jobs that find what was lost and send presents run more often than they do by themselves.
 */
export async function comeToRest(
  { deps, stripe }: Pick<ChaosShop, 'deps' | 'stripe'>,
  note: (text: string) => void,
): Promise<void> {
  await stripe.clearFaults()
  await stripe.resumeDeliveries()
  const deadline = performance.now() + patienceMs
  for (let calm = 0; calm < 2; ) {
    if (performance.now() > deadline) {
      const left = await getSyncHealth(deps.db, deps.clock.now())
      throw new ExplainedError(`Payments do not come to rest: ${JSON.stringify(left)}`)
    }
    await stripe.waitForDeliveries({ timeoutMs: 10_000 })
    const { events } = await reconcile(deps)
    const gifts = await sendDueGifts(deps)
    const waiting = await stripe.listDeliveries({ state: 'pending' })
    const { dirtyTargets, deadTargets, openCommands } = await getSyncHealth(
      deps.db,
      deps.clock.now(),
    )
    const left = dirtyTargets - deadTargets + openCommands + waiting.length + (events ?? 0) + gifts
    note(`${left} left`)
    calm = left === 0 ? calm + 1 : 0
    await sleep(left === 0 ? 200 : 2000)
  }
}
