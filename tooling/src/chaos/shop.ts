import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createDeps } from '@archway/api/runtime'
import type { Deps } from '@archway/api/shared/deps'
import { amounts, makeCoupon } from '@archway/api/testing/coupons'
import { createControl, type StripeLocalControl } from '@archway/stripe-local/control'
import pg from 'pg'
import { findFreePorts } from '../machine/ports'
import { DATA_DIR } from '../paths'
import { addPeople } from '../people/add-people'
import { signIn } from '../people/sign-in'
import { loadLocalSecrets } from '../stack/secrets'
import { createStack, type Stack } from '../stack/stack'
import type { Progress } from '../terminal/progress'
import { isolatedEnvironment } from '../test/e2e-suite'
import { type Caller, createCaller } from './call'
import { stockShelves } from './shelves'

export const CHAOS_DIR = join(DATA_DIR, 'chaos')

/** Where buyers say to be: at home, in the Union, and where no tax is collected. */
export const COUNTRIES = ['IE', 'DE', 'FI', 'US']

export type Buyer = { userId: string; call: Caller }

/** An owner of a provider, who looks after its account. */
export type Earner = { providerId: string; call: Caller }

/** A whole Archway with things to sell, people who buy, and somebody of the staff. */
export type ChaosShop = {
  /** The product in this process: to look at rows and to bring everything to rest. */
  deps: Deps
  pool: pg.Pool
  stripe: StripeLocalControl
  offeringIds: string[]
  bundleIds: string[]
  /** of coupons, most of which are soon used up, and one that there is not */
  codes: string[]
  buyers: Buyer[]
  /** without an account, each at an address of their own */
  guests: Caller[]
  earners: Earner[]
  staff: Caller
  crash: Stack['crash']
  failed: Stack['failed']
  stop: () => Promise<void>
}

/** Starts everything from nothing, on ports of its own. Nothing of it runs after `stop`. */
export async function openShop(buyers: number, progress: Progress): Promise<ChaosShop> {
  rmSync(CHAOS_DIR, { recursive: true, force: true })
  const [web, postgres, stripe, mailWeb, mailSmtp] = await findFreePorts(5)
  if (!web || !postgres || !stripe || !mailWeb || !mailSmtp) throw new Error('Too few free ports.')
  const stack = createStack({
    environment: { ...isolatedEnvironment(process.env), LOG_LEVEL: 'warn' },
    ports: { web, postgres, stripe, mailWeb, mailSmtp },
    dataDir: CHAOS_DIR,
    isDevelopment: false,
    buildCopy: '.next-chaos',
    durability: 'throw-away',
    wantsDemo: true,
    progress,
  })
  const opened: (() => Promise<unknown>)[] = [() => stack.stop()]
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close()
  }
  try {
    const { appUrl, databaseUrl, stripeUrl } = await stack.start()
    if (stripeUrl === null) throw new Error('Chaos needs the local Stripe.')
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 })
    const deps = createDeps({
      databaseUrl,
      poolSize: 4,
      appUrl,
      logLevel: 'silent',
      stripe: { secretKey: 'sk_test_archway_local', apiBase: stripeUrl },
      storage: { kind: 'folder', folder: join(CHAOS_DIR, 'files') },
      credentialKeysSecrets: [loadLocalSecrets(CHAOS_DIR).CREDENTIAL_KEYS_SECRET],
      examKeysSecrets: [loadLocalSecrets(CHAOS_DIR).EXAM_KEYS_SECRET],
      expireTags: () => {},
    })
    opened.push(
      () => pool.end(),
      () => deps.db.$disconnect(),
    )
    const { providerIds, ...shelves } = await progress.step('Put something on sale', () =>
      stockShelves(deps),
    )
    return {
      deps,
      pool,
      stripe: createControl(stripeUrl),
      ...shelves,
      codes: await printCodes(deps),
      buyers: await progress.step('Sign buyers in', () => inviteBuyers(pool, appUrl, buyers)),
      earners: await inviteEarners(deps, pool, appUrl, providerIds),
      guests: inviteGuests(appUrl, Math.ceil(buyers / 4)),
      staff: await signInAs(appUrl, 'admin@archway.test', '192.0.2.1'),
      crash: stack.crash,
      failed: stack.failed,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function signInAs(url: string, email: string, address: string): Promise<Caller> {
  return createCaller({ url, cookie: await signIn(url, email, address), address })
}

async function inviteBuyers(pool: pg.Pool, url: string, count: number): Promise<Buyer[]> {
  const buyers: Buyer[] = []
  for (const [index, { userId, email }] of (await addPeople(pool, 'buyer', count)).entries()) {
    // Each comes from an address of their own (documentation prefix, RFC 3849).
    const address = `2001:db8::${(index + 1).toString(16)}`
    buyers.push({ userId, call: await signInAs(url, email, address) })
  }
  return buyers
}

/** Each provider gets an owner. */
async function inviteEarners(
  { db }: Deps,
  pool: pg.Pool,
  url: string,
  providerIds: string[],
): Promise<Earner[]> {
  const people = await addPeople(pool, 'owner', providerIds.length)
  const earners: Earner[] = []
  for (const [index, providerId] of providerIds.entries()) {
    const person = people[index]
    if (!person) throw new Error('Too few people.')
    const { userId, email } = person
    await db.providerMember.create({ data: { providerId, userId, role: 'owner' } })
    const address = `2001:db8:2::${(index + 1).toString(16)}`
    earners.push({ providerId, call: await signInAs(url, email, address) })
  }
  return earners
}

const inviteGuests = (url: string, count: number): Caller[] =>
  Array.from({ length: count }, (_value, index) =>
    createCaller({ url, cookie: '', address: `2001:db8:1::${(index + 1).toString(16)}` }),
  )

/** Coupons that many want: few uses in all, few per person, one for each code, and nothing to pay. */
async function printCodes({ db }: Deps): Promise<string[]> {
  const off = amounts({ USD: 1500n, EUR: 1300n, JPY: 2000n, KWD: 4500n })
  const coupons = [
    await makeCoupon(db, { percentBps: 1750, totalLimit: 25 }),
    await makeCoupon(db, { percentBps: 3333, perPersonLimit: 2 }),
    await makeCoupon(db, { ...off, totalLimit: 60 }),
    await makeCoupon(db, { percentBps: 10_000, totalLimit: 15, perPersonLimit: 1 }),
    await makeCoupon(db, { isFirstOrderOnly: true }),
    await makeCoupon(db, { percentBps: 5000 }, { isSingleUse: true }),
  ]
  return [...coupons.map(({ code }) => code), 'NO-SUCH-CODE']
}
