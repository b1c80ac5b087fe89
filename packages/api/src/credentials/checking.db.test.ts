import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { classroomsOf } from '../testing/classroom'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { checkCredential } from './commands/check-credential'
import { claimCredential } from './commands/claim-credential'
import { addProof } from './proof/data-integrity'
import { toMultikey } from './proof/multibase'

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
