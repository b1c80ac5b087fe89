import { createLocalJWKSet, decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { graduatesOf } from '../testing/graduates'
import { createWorld, type World } from '../testing/world'
import { issueJwt } from './commands/issue-jwt'
import { declareCompromised, rotateKey } from './commands/rotate-key'
import { isJwtSound, parseJwt } from './proof/jwt'
import { getDidDocument, getJwk, getJwks, getPlatformDid } from './reads/documents'

let world: World
beforeAll(async () => {
  world = await createWorld({ now: new Date() })
})
afterAll(() => world.close())
const graduate = graduatesOf(() => world)

async function token() {
  const held = await graduate()
  const jwt = (await issueJwt(world.deps, held.credentialId)) ?? ''
  const { did, slug } = await world.db.issuer.findUniqueOrThrow({
    where: { id: held.row.issuerId },
  })
  return { ...held, jwt, did, slug }
}
const published = (did: string) => getJwks(world.db, world.deps.appUrl, did)

test('a token says what the document says, and another library finds its key and believes it', async () => {
  const { jwt, document, did, slug, credentialId } = await token()
  const { payload, protectedHeader } = await jwtVerify(jwt, createLocalJWKSet(await published(did)))
  expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'JWT' })
  const { iss, sub, jti, nbf, exp, ...said } = payload
  expect({ iss, jti, exp }).toEqual({ iss: did, jti: document.id, exp: undefined })
  expect(nbf).toBe(Date.parse(String(document.validFrom)) / 1000)
  expect(said.credentialSubject).toMatchObject({ id: sub })
  const { proof: _, ...signed } = document
  expect({ ...said, credentialSubject: null }).toEqual({ ...signed, credentialSubject: null })

  const kid = decodeProtectedHeader(jwt).kid ?? ''
  const [, , , ...path] = kid.split('/')
  expect(path).toEqual(['issuers', slug, 'keys', 'jwt-key-1'])
  const jwk = await getJwk(world.db, world.deps.appUrl, slug, 'jwt-key-1')
  expect(jwk).toMatchObject({ kid, iss: did })
  expect(await jwtVerify(jwt, await importJWK(jwk ?? {}))).toMatchObject({ payload: { iss: did } })
  const second = await issueJwt(world.deps, credentialId)
  expect(await published(did)).toMatchObject({ keys: [{ kid }] })
  expect(second?.split('.')[1]).toBe(jwt.split('.')[1])
})

test('62 tamper each leaf: a token whose text, header or key is another is unsound', async () => {
  const { jwt, did } = await token()
  const [key] = (await published(did)).keys
  const parsed = parseJwt(jwt)
  if (!key || !parsed) throw new Error('no token was made')
  expect(isJwtSound(parsed, key)).toBe(true)
  const other = (await published((await token()).did)).keys[0]
  expect(isJwtSound(parsed, other ?? {})).toBe(false)
  const [head = '', body = '', tail = ''] = jwt.split('.')
  for (let at = 0; at < body.length; at += 97) {
    const letter = body[at] === 'A' ? 'B' : 'A'
    const changed = parseJwt(
      [head, body.slice(0, at) + letter + body.slice(at + 1), tail].join('.'),
    )
    expect(changed !== null && isJwtSound(changed, key)).toBe(false)
  }
  for (const alg of ['none', 'HS256', 'RS256']) {
    const header = Buffer.from(JSON.stringify({ alg })).toString('base64url')
    const changed = parseJwt([header, body, tail].join('.'))
    expect(changed !== null && isJwtSound(changed, key)).toBe(false)
  }
  for (const text of ['', 'a.b', 'a.b.c', 'eyJ.eyJ.', `${head}.${body}`]) {
    expect(parseJwt(text)).toBeNull()
  }
})

test('66 key-rotation: a token’s key stays published, unless somebody else may have had it', async () => {
  const { jwt, did, row, credentialId } = await token()
  const where = { issuerId: row.issuerId, algorithm: 'es256' } as const
  const { id: keyId } = await world.db.issuerKey.findFirstOrThrow({ where })
  const admin = memberOf(await makeUser(world.db), { roles: ['admin'] })
  await rotateKey(world.deps, admin, { keyId, reason: 'for the test' })
  const next = (await issueJwt(world.deps, credentialId)) ?? ''
  const keys = await published(did)
  expect(keys.keys).toHaveLength(2)
  for (const one of [jwt, next]) await jwtVerify(one, createLocalJWKSet(keys))
  await declareCompromised(world.deps, admin, { keyId, reason: 'for the test' })
  const left = createLocalJWKSet(await published(did))
  await expect(jwtVerify(jwt, left)).rejects.toThrow()
  await jwtVerify(next, left)
})

test('keys for tokens stay out of the DID document; the platform’s own names the issuers', async () => {
  const { did, slug } = await token()
  const document = await getDidDocument(world.db, slug)
  expect(document?.assertionMethod).toEqual([`${did}#key-1`])
  const platform = await getPlatformDid(world.db, world.deps.appUrl)
  expect(platform.id).toBe('did:web:archway.test')
  expect(platform.service.map(({ serviceEndpoint }) => serviceEndpoint)).toContain(
    `${world.deps.appUrl}/issuers/${slug}/did.json`,
  )
  expect(await issueJwt(world.deps, crypto.randomUUID())).toBeNull()
})
