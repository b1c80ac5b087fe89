import { randomInt } from 'node:crypto'
import { table } from './bench/table'
import { playBank } from './chaos/bank'
import { playBuyer } from './chaos/buyer'
import { playEarner, playFinance } from './chaos/earning'
import type { Finding } from './chaos/finding'
import { playGuest } from './chaos/guest'
import { playMember, playTime } from './chaos/membership'
import { type ChaosOptions, readOptions } from './chaos/options'
import { comeToRest } from './chaos/rest'
import type { Scene } from './chaos/scene'
import { CHAOS_DIR, type ChaosShop, openShop } from './chaos/shop'
import { Tally } from './chaos/tally'
import { liftLimits, playKiller, playTrouble } from './chaos/trouble'
import { judge } from './chaos/verdict'
import { createRandom } from './random'
import { acquireLock } from './stack/lock'
import { onShutdown } from './stack/shutdown'
import { createProgress } from './terminal/progress'

/**
 * `npm run chaos:payments [-- --minutes 2 --buyers 16 --seed 7]`: people buy, with an account or as guests,
 * share seats and presents, subscribe, cancel and take money back at random on a whole Archway of its own, banks and
 * staff refund and dispute, providers are paid, Stripe's events are lost, doubled, delayed, shuffled and forged, its answers
 * fail, and site and worker are killed with -9. Then everything comes to rest, and every order, membership
 * and payout must be as it should. The exit code is 1 when one is not.
 */
export async function main(args: string[]): Promise<number> {
  const options = readOptions(args, randomInt(2 ** 32))
  const lock = await acquireLock(`${CHAOS_DIR}.lock`, 'npm run chaos:payments', CHAOS_DIR)
  const progress = createProgress()
  const open: ChaosShop[] = []
  const cleanUp = async () => {
    for (const shop of open.splice(0)) await shop.stop()
    lock.release()
  }
  const shutdown = onShutdown(130, async () => {
    progress.line('\n  Stopping …')
    progress.close()
    await cleanUp()
  })
  try {
    const shop = await openShop(options.buyers, progress)
    open.push(shop)
    const tally = new Tally()
    await progress.step(`Let everything go wrong for ${options.seconds} s`, (note) =>
      play(shop, tally, options, note),
    )
    await progress.step('Come to rest', (note) => comeToRest(shop, note))
    const findings = await progress.step('Look at every order', (note) => judge(shop, note))
    progress.line(await report(shop, tally, findings))
    const broken = findings.filter((finding) => finding.broken > 0).length
    progress.line(
      broken === 0
        ? `\nAll ${findings.length} invariants hold. Seed ${options.seed}.`
        : `\n${broken} of ${findings.length} invariants are broken. Try again with --seed ${options.seed}.`,
    )
    return broken === 0 ? 0 : 1
  } finally {
    if (shutdown.isUnderWay()) await shutdown.finished()
    await cleanUp()
  }
}

/** Everybody plays at once, each with decisions of their own that follow from the seed. */
async function play(
  shop: ChaosShop,
  tally: Tally,
  { seconds, seed }: ChaosOptions,
  note: (text: string) => void,
): Promise<void> {
  const end = performance.now() + seconds * 1000
  let isBroken = false
  const scene: Scene = { shop, tally, isOver: () => isBroken || performance.now() >= end }
  const parts = [
    playBank,
    playTrouble,
    playKiller,
    liftLimits,
    playTime,
    playFinance,
    ...shop.earners.map(
      (earner): typeof playBank =>
        (on, random) =>
          playEarner(on, earner, random),
    ),
    ...shop.buyers.slice(0, Math.ceil(shop.buyers.length / 2)).map(
      (buyer): typeof playBank =>
        (on, random) =>
          playMember(on, buyer, random),
    ),
    ...shop.guests.map(
      (guest): typeof playBank =>
        (on, random) =>
          playGuest(on, guest, random),
    ),
    ...shop.buyers.map(
      (buyer): typeof playBank =>
        (on, random) =>
          playBuyer(on, buyer, random),
    ),
  ]
  try {
    await Promise.race([
      Promise.all(parts.map((part, index) => part(scene, createRandom(seed + index)))),
      // What ends without having been killed is a fault of its own.
      shop.failed.then(({ name, reason, lastLines }) => {
        throw new Error(`${name} ended by itself (${reason}):\n${lastLines}`)
      }),
    ])
  } finally {
    isBroken = true
  }
  note(`${tally.of('buyers', 'began to pay')} orders`)
}

async function report(shop: ChaosShop, tally: Tally, findings: Finding[]): Promise<string> {
  const orders = await shop.deps.db.order.groupBy({ by: ['status'], _count: true })
  for (const { status, _count } of orders) tally.count('orders in the end', status, _count)
  const deliveries = await shop.deps.db.stripeEvent.aggregate({
    _count: true,
    _sum: { deliveries: true },
  })
  tally.count('events stored', 'different', deliveries._count)
  tally.count('events stored', 'deliveries of them', deliveries._sum.deliveries ?? 0)
  const invariants = findings.map(({ name, broken, examples }): [string, string, string] => [
    name,
    String(broken),
    examples.slice(0, 3).join(', '),
  ])
  return `\n${table(['', 'what', 'times'], tally.rows())}\n\n${table(['invariant', 'broken', 'where'], invariants)}`
}
