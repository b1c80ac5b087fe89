import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '@archway/api/shared/clock'
import { giveVoucher } from '@archway/api/testing/exam'
import { createDb } from '@archway/db/client'
import pg from 'pg'
import { table } from './bench/table'
import { answeringAttacks } from './cheats/answering'
import type { Arena } from './cheats/attack'
import { beginSitting, createCheater } from './cheats/cheater'
import { lookingAttacks } from './cheats/looking'
import { meddlingAttacks } from './cheats/meddling'
import { findFreePorts } from './machine/ports'
import { DATA_DIR } from './paths'
import { addPeople } from './people/add-people'
import { signIn } from './people/sign-in'
import { acquireLock } from './stack/lock'
import { onShutdown } from './stack/shutdown'
import { createStack } from './stack/stack'
import { createProgress } from './terminal/progress'
import { isolatedEnvironment } from './test/e2e-suite'

const CHEATS_DIR = join(DATA_DIR, 'cheats')
const slug = 'archway-certified-ai-architect-associate'

/** In this order: the last ones hand the sitting in. */
const attacks = [...lookingAttacks, ...meddlingAttacks, ...answeringAttacks]

/** Three candidates with a voucher each, two of whom begin, and somebody without a session. */
async function openArena(url: string, databaseUrl: string): Promise<Arena> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  const db = createDb(databaseUrl, { poolSize: 2 })
  try {
    const { id } = await db.offering.findUniqueOrThrow({ where: { slug }, select: { id: true } })
    const people = await addPeople(pool, `cheater-${Date.now()}`, 3)
    const [cheater, victim, fresh] = await Promise.all(
      people.map(async (person, index) => {
        await giveVoucher({ db, clock: systemClock }, person, id)
        // Each comes from an address of their own (documentation prefix, RFC 3849).
        const address = `2001:db8:c::${index + 1}`
        return createCheater({
          url,
          address,
          cookie: await signIn(url, person.email, address),
          ...person,
        })
      }),
    )
    if (!cheater || !victim || !fresh) throw new Error('too few candidates')
    const nobody = createCheater({ url, cookie: '', address: '192.0.2.9', userId: '', email: '' })
    const [sitting, theirs] = [await beginSitting(cheater, slug), await beginSitting(victim, slug)]
    return { slug, cheater, sitting, victim, theirs, fresh, nobody }
  } finally {
    await pool.end()
    await db.$disconnect()
  }
}

/** Tries everything, one attack after the other, and prints what came of each. Answers how many got something. */
async function attack(arena: Arena, print: (text: string) => void): Promise<number> {
  const rows: string[][] = []
  let got = 0
  for (const { name, against, run } of attacks) {
    const gain = await run(arena).catch((error: unknown) => `failed: ${String(error)}`)
    if (gain !== null) got++
    rows.push([name, against, gain === null ? 'repelled' : `GOT ${gain}`])
  }
  print(table(['attack', 'against', 'outcome'], rows))
  return got
}

/**
 * `npm run cheat:exams`: candidates who keep to no rule attack the exam room through its real HTTP interface, on a whole
 * Archway of its own. The exit code is 1 when one of them got something. `-- --url … --database-url …` attacks one that
 * runs, which must be a demo.
 */
export async function main(args: string[]): Promise<number> {
  const option = (name: string) => args[args.indexOf(`--${name}`) + 1]
  const progress = createProgress()
  const finish = (got: number) => {
    progress.line(
      got === 0
        ? `\nAll ${attacks.length} attacks were repelled.`
        : `\n${got} of ${attacks.length} attacks got something.`,
    )
    return got === 0 ? 0 : 1
  }
  const print = (text: string) => progress.line(text)
  if (args.includes('--url')) {
    const [url, databaseUrl] = [option('url'), option('database-url')]
    if (!url || !databaseUrl) throw new Error('--url and --database-url belong together')
    return finish(await attack(await openArena(url, databaseUrl), print))
  }
  const lock = await acquireLock(`${CHEATS_DIR}.lock`, 'npm run cheat:exams', CHEATS_DIR)
  rmSync(CHEATS_DIR, { recursive: true, force: true })
  const [web, postgres, stripe, mailWeb, mailSmtp] = await findFreePorts(5)
  if (!web || !postgres || !stripe || !mailWeb || !mailSmtp) throw new Error('Too few free ports.')
  const stack = createStack({
    environment: { ...isolatedEnvironment(process.env), LOG_LEVEL: 'warn' },
    ports: { web, postgres, stripe, mailWeb, mailSmtp },
    dataDir: CHEATS_DIR,
    isDevelopment: false,
    buildCopy: '.next-cheats',
    durability: 'throw-away',
    wantsDemo: true,
    progress,
  })
  const cleanUp = async () => {
    await stack.stop()
    lock.release()
  }
  const shutdown = onShutdown(130, cleanUp)
  try {
    const { appUrl, databaseUrl } = await stack.start()
    return finish(await attack(await openArena(appUrl, databaseUrl), print))
  } finally {
    if (shutdown.isUnderWay()) await shutdown.finished()
    else await cleanUp()
  }
}
