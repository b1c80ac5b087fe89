import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { graduatesOf } from '../testing/graduates'
import { createWorld, type World } from '../testing/world'
import { filesIn } from '../testing/zip'
import { decideCredential } from './commands/decide-credential'
import { eraseName } from './commands/erase-name'
import { offlineCheck } from './proof/offline-check'
import { getBundle } from './reads/bundle'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
const graduate = graduatesOf(() => world)
const system = { type: 'system', name: 'test' } as const

const bundleOf = async (id: string) => {
  const bytes = await getBundle(world.db, id, world.clock.now())
  return bytes && filesIn(bytes)
}

/** The data inside of the page of a bundle, and the page's own check of it. */
function dataIn(page: string | undefined) {
  const json = /id="data">(.*?)<\/script>/s.exec(page ?? '')?.[1]
  return JSON.parse(json ?? '')
}
const checked = async (data: unknown, now = world.clock.now()): Promise<Record<string, unknown>> =>
  await runInNewContext(`${offlineCheck}; check(data, now)`, {
    ...{ crypto, TextEncoder, Uint8Array, atob, Blob, Response, DecompressionStream },
    data,
    now: now.getTime(),
  })

test('a bundle holds all that a check needs, and its page finds it genuine', async () => {
  const { credentialId, row } = await graduate('Zoë </script> O’Brien')
  const files = await bundleOf(credentialId)
  expect(Object.keys(files ?? {})).toEqual([
    'verify.html',
    'README.txt',
    'credential.json',
    'did.json',
    'status-list.json',
    'contexts/index.json',
    'contexts/1.json',
    'contexts/2.json',
    'contexts/3.json',
  ])
  expect(files?.['credential.json']).toBe(row.document)
  expect(await checked(dataIn(files?.['verify.html']))).toMatchObject({
    isSound: true,
    isCurrent: true,
    isListSound: true,
    isSet: false,
    holder: 'Zoë </script> O’Brien',
    number: row.licenseNumber,
  })
})

test('its page notices every changed statement, another key, another list, and a revocation', async () => {
  const { credentialId } = await graduate()
  const data = dataIn((await bundleOf(credentialId))?.['verify.html'])
  const lines: string[] = data.credential.statements.split('\n').filter(Boolean)
  for (const line of lines) {
    const others = lines.filter((one) => one !== line)
    if (!others.some((one) => one.includes('credentials#issuer>'))) continue
    const credential = { ...data.credential, statements: `${others.join('\n')}\n` }
    expect(await checked({ ...data, credential })).toMatchObject({ isSound: false, holder: null })
  }
  const other = dataIn((await bundleOf((await graduate()).credentialId))?.['verify.html'])
  expect(await checked({ ...data, did: other.did })).toMatchObject({ isSound: false })
  expect(await checked({ ...data, list: other.list })).toMatchObject({ isListSound: false })
  await decideCredential(world.deps, system, {
    credentialId,
    to: 'revoked',
    code: 'misconduct',
    publicNote: '',
    reason: 'for the test',
  })
  const after = dataIn((await bundleOf(credentialId))?.['verify.html'])
  expect(await checked(after)).toMatchObject({ isSound: true, isListSound: true, isSet: true })
})

test('there is no bundle of what was erased, or never was', async () => {
  const { credentialId } = await graduate()
  await eraseName(world.deps, system, { credentialId, reason: 'for the test' })
  expect(await bundleOf(credentialId)).toBeNull()
  expect(await bundleOf(crypto.randomUUID())).toBeNull()
})
