import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../paths'

const API = join(ROOT, 'packages', 'api', 'src')

const DOMAINS = [
  'catalog',
  'careers',
  'accounts',
  'orders',
  'guests',
  'payments',
  'coupons',
  'bundles',
  'carts',
  'upgrades',
  'documents',
  'tax',
  'seats',
  'subscriptions',
  'gifts',
  'payouts',
  'disputes',
  'enrolments',
  'learning',
  'bank',
  'exams',
  'psychometrics',
  'integrity',
  'schemes',
  'credentials',
  'wallet',
  'providers',
  'reviews',
  'notifications',
  'audit',
]
const OTHER_ROOMS = ['shared', 'trpc', 'testing']

/** What a domain folder may hold: each a file, or a folder with one function per file. */
const PARTS = ['schema', 'rules', 'states', 'policy', 'reads', 'commands', 'jobs', 'router']

/** What only one domain needs: its adapter to an outside system or format. */
const ADAPTERS: Record<string, string[]> = {
  payments: ['stripe-gateway'],
  notifications: ['mailer', 'mail'],
  documents: ['pdf'],
  bank: ['sealing', 'exchange'],
  credentials: ['proof', 'images', 'pdf'],
  payouts: ['pdf'],
  catalog: ['import', 'export'],
}

const folders = readdirSync(API, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

test('every folder of the product is a domain or a known room', () => {
  expect(folders.filter((name) => ![...DOMAINS, ...OTHER_ROOMS].includes(name))).toEqual([])
})

test.each(folders.filter((name) => DOMAINS.includes(name)))(
  '%s tells its story in the known parts',
  (domain) => {
    const allowed = [...PARTS, ...(ADAPTERS[domain] ?? [])]
    const unknown = readdirSync(join(API, domain)).filter((entry) => {
      if (/\.test\.tsx?$/.test(entry)) return false
      return !allowed.includes(entry.replace(/\.ts$/, ''))
    })
    expect(unknown).toEqual([])
  },
)

test.each(folders.filter((name) => DOMAINS.includes(name)))(
  '%s has no part twice, as file and as folder',
  (domain) => {
    const entries = readdirSync(join(API, domain))
    expect(
      PARTS.filter((part) => entries.includes(part) && entries.includes(`${part}.ts`)),
    ).toEqual([])
  },
)
