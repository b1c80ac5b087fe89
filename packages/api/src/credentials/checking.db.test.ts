import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { classroomsOf } from '../testing/classroom'
import { refusal } from '../testing/refusal'
import { certificate, startRemoteSite } from '../testing/remote-site'
import { createWorld, type World } from '../testing/world'
import { checkCredential } from './commands/check-credential'
import { claimCredential } from './commands/claim-credential'
import { issueJwt } from './commands/issue-jwt'
import { documentIn } from './images/extract'
import { statusListDocument } from './proof/credential-document'
import { addProof } from './proof/data-integrity'
import { credentialJwt } from './proof/jwt'
import { toMultikey } from './proof/multibase'
import { createRemoteReader } from './proof/remote-reader'
import { encodeBits } from './proof/status-bits'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
const rooms = classroomsOf(() => world)
const visitor = { type: 'visitor', ipAddress: '192.0.2.7' } as const
const check = (text: string) => checkCredential(world.deps, visitor, text)

async function issued() {
  const room = await rooms.open()
  await rooms.finish(room)
  const input = { enrolmentId: room.enrolmentId, name: 'Zoë O’Brien' }
  const { credentialId: id } = await claimCredential(world.deps, room.actor, input)
  return (await world.db.credential.findUniqueOrThrow({ where: { id } })) as {
    id: string
    document: string
  }
}

/** A credential of somebody else, named after their key. */
async function foreign(over: Record<string, unknown> = {}, issuer?: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const multikey = toMultikey(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  const did = issuer ?? `did:key:${multikey}`
  const unsigned = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: did,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:ada' },
    ...over,
  }
  const signer = {
    id: `${did}#${multikey}`,
    sign: async (data: Uint8Array) => sign(null, data, privateKey),
  }
  return await addProof(unsigned, signer, new Date('2026-01-01T00:00:00Z'))
}

test('ours are checked as text and by their links, with what they say', async () => {
  const { id, document } = await issued()
  const expected = {
    findings: { proof: 'sound', period: 'current', status: 'clear' },
    title: 'An example course',
    holder: 'Zoë O’Brien',
    issuer: 'Example University',
    ownId: id,
  }
  expect(await check(document)).toMatchObject(expected)
  const { appUrl } = world.deps
  for (const path of [
    `/credentials/${id}`,
    `/credentials/${id}?vc=x`,
    `/api/credentials/${id}.json`,
  ]) {
    expect(await check(appUrl + path)).toMatchObject(expected)
  }
  const renamed = await check(document.replaceAll('Zoë O’Brien', 'Eve Forger'))
  expect(renamed.findings).toMatchObject({ proof: 'broken', status: 'unknown' })
})

test('another issuer’s credential is checked by what it publishes, its list included', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const multikey = toMultikey(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  const published = new Map<string, unknown>()
  const site = await startRemoteSite((request, response) => {
    const found = published.get(request.url ?? '')
    response.writeHead(found === undefined ? 404 : 200).end(JSON.stringify(found))
  })
  const lookup = async () => [{ address: '127.0.0.1', family: 4 }]
  const remote = createRemoteReader({ lookup, isAllowed: () => true, ca: certificate })
  const id = `${site.did}#key-1`
  const signer = { id, sign: async (data: Uint8Array) => sign(null, data, privateKey) }
  const listUrl = `${site.origin}/lists/1`
  const dates = {
    validFrom: new Date(world.clock.now().getTime() - 1000),
    validUntil: new Date(world.clock.now().getTime() + 60_000),
  }
  const publishList = async (bits: number[]) => {
    const encodedList = encodeBits(131_072, bits)
    const list = statusListDocument({ url: listUrl, did: site.did, encodedList, ...dates })
    published.set('/lists/1', await addProof(list, signer, dates.validFrom))
  }
  const credentialStatus = {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '77',
    statusListCredential: listUrl,
  }
  const credential = await addProof(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: site.did,
      credentialSubject: { id: 'did:example:ada' },
      credentialStatus,
    },
    signer,
    dates.validFrom,
  )
  const checkThere = async (text = JSON.stringify(credential)) =>
    await checkCredential({ ...world.deps, remote }, visitor, text)
  expect((await checkThere()).findings.proof).toBe('unknown-issuer')
  published.set('/.well-known/did.json', {
    id: site.did,
    verificationMethod: [
      { id, type: 'Multikey', controller: site.did, publicKeyMultibase: multikey },
    ],
    assertionMethod: [id],
  })
  expect((await checkThere()).findings).toMatchObject({ proof: 'sound', status: 'unknown' })
  await publishList([])
  const checked = await checkThere()
  expect(checked.findings).toMatchObject({ proof: 'sound', status: 'clear' })
  expect(checked.asked).toContain(`${site.origin}/.well-known/did.json`)
  await publishList([77])
  published.set('/credential.json', credential)
  const behindLink = await checkThere(`${site.origin}/credential.json`)
  expect(behindLink.findings).toMatchObject({ proof: 'sound', status: 'revoked' })
  await site.close()
})

test('a token of ours is checked with the key that we publish, not with one that comes along', async () => {
  const { id } = await issued()
  const jwt = (await issueJwt(world.deps, id)) ?? ''
  expect(await check(jwt)).toMatchObject({
    findings: { proof: 'sound', period: 'current', status: 'clear' },
    holder: 'Zoë O’Brien',
    ownId: id,
  })
  expect(documentIn(Buffer.from(`<svg><openbadges:credential verify="${jwt}"/></svg>`))).toBe(jwt)
  const parts = jwt.split('.')
  const payload = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString())
  const forger = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const forge = async (change: object, issuer = payload.iss) =>
    await credentialJwt(
      { ...payload, ...change },
      {
        kid: JSON.parse(Buffer.from(parts[0] ?? '', 'base64url').toString()).kid,
        jwk: forger.publicKey.export({ format: 'jwk' }),
        issuer,
      },
      async (data) => sign('sha256', data, { key: forger.privateKey, dsaEncoding: 'ieee-p1363' }),
    )
  expect((await check(await forge({ name: 'Another' }))).findings.proof).toBe('broken')
  const elsewhere = 'did:web:elsewhere.example'
  expect((await check(await forge({ issuer: elsewhere }, elsewhere))).findings.proof).toBe(
    'unknown-key',
  )
  for (const text of ['eyJ9.eyJ9.x', `${parts[0]}.e30.${parts[2]}`]) {
    expect(await refusal(check(text))).toBe('credential-not-found')
  }
})

test('72 issuer offline: another issuer’s is confirmed by the key in its name, or not at all', async () => {
  expect((await check(JSON.stringify(await foreign()))).findings).toEqual({
    proof: 'sound',
    period: 'current',
    status: 'none',
  })
  const elsewhere = await foreign({}, 'did:web:university.example')
  expect((await check(JSON.stringify(elsewhere))).findings.proof).toBe('unknown-issuer')
})

test('76 foreign VC: gzip bomb, SSRF did:web:127.0.0.1, huge JSON, @context remote', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  const local = await foreign({}, 'did:web:127.0.0.1%3A5432')
  expect((await check(JSON.stringify(local))).findings.proof).toBe('unknown-issuer')
  const signed = await foreign()
  const remote = { ...signed, '@context': [...signed['@context'], 'http://127.0.0.1/context'] }
  expect((await check(JSON.stringify(remote))).findings.proof).toBe('unknown-context')
  const added = { ...signed, unheardOf: 'x' }
  expect((await check(JSON.stringify(added))).findings.proof).toBe('undefined-terms')
  const status = {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '1',
    statusListCredential: 'http://169.254.169.254/status/revocation/1',
  }
  const pointed = await foreign({ credentialStatus: status })
  expect((await check(JSON.stringify(pointed))).findings).toMatchObject({
    proof: 'sound',
    status: 'unknown',
  })
  expect(fetched).not.toHaveBeenCalled()
  fetched.mockRestore()
  for (const text of ['hello', '{', '[]', '{"type":[]}', `${world.deps.appUrl}/credentials/x`]) {
    expect(await refusal(check(text))).toBe('credential-not-found')
  }
})
