import { afterAll, beforeAll, expect, test } from 'vitest'
import { graduatesOf } from '../testing/graduates'
import { createWorld, type World } from '../testing/world'
import { issueJwt } from './commands/issue-jwt'
import { parseJwt } from './proof/jwt'
import { verifyCredential, verifyJwt } from './proof/verify-credential'
import { listPublishedFiles } from './reads/published-files'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
const graduate = graduatesOf(() => world)

test('72 issuer offline: the files alone are enough to check what was issued', async () => {
  expect(await listPublishedFiles(world.db)).toEqual([])
  const { document, credentialId } = await graduate()
  await graduate()
  const jwt = parseJwt((await issueJwt(world.deps, credentialId)) ?? '')
  const files = new Map((await listPublishedFiles(world.db)).map((one) => [one.path, one.content]))
  const at = async (path: string) => JSON.parse(files.get(path) ?? 'null')
  const pathOf = (url: string) => new URL(url).pathname.slice(1)
  const published = {
    didDocument: (did: string) => at(`${did.split(':').slice(3).join('/')}/did.json`),
    statusList: (url: string) => at(pathOf(url)),
    jwk: (_: string, kid: string | undefined) => at(pathOf(kid ?? '')),
  }
  const sound = { proof: 'sound', period: 'current', status: 'clear' }
  const now = world.clock.now()
  expect(await verifyCredential(document, published, now)).toEqual(sound)
  expect(jwt && (await verifyJwt(jwt, published, now))).toMatchObject({ findings: sound })
  expect(files.has('.well-known/jwks.json')).toBe(true)
  expect([...files.keys()].filter((path) => path.endsWith('did.json'))).toHaveLength(3)
})
