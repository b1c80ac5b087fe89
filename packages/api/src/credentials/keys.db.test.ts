import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { graduatesOf } from '../testing/graduates'
import { refusal } from '../testing/refusal'
import { verifyByConsortium, verifyOurselves } from '../testing/verifiers'
import { createWorld, type World } from '../testing/world'
import { decideCredential } from './commands/decide-credential'
import { eraseName } from './commands/erase-name'
import { declareCompromised, rotateKey } from './commands/rotate-key'
import { onCredentialDistrusted } from './jobs'
import { getDidDocument } from './reads/documents'
import { getPublicCredential } from './reads/public-credential'

let world: World
beforeAll(async () => {
  // Verifiers of others look at the real clock.
  world = await createWorld({ now: new Date() })
})
afterAll(() => world.close())
const graduate = graduatesOf(() => world)

const staff = async (role: 'admin' | 'exam_board' = 'admin') =>
  memberOf(await makeUser(world.db), { roles: [role] })
const keysOf = (issuerId: string) =>
  world.db.issuerKey.findMany({ where: { issuerId }, orderBy: { notBefore: 'asc' } })
const page = (id: string) => getPublicCredential(world.deps, id, world.clock.now())

test('66 key-rotation: old cert still verifies', async () => {
  const { row, document } = await graduate()
  const input = { keyId: row.keyId, reason: 'the yearly change' }
  expect(await refusal(rotateKey(world.deps, await staff('exam_board'), input))).toBe('not-allowed')
  const admin = await staff()
  await Promise.all([1, 2, 3].map(() => rotateKey(world.deps, admin, input)))
  const keys = await keysOf(row.issuerId)
  expect(keys).toMatchObject([{ kid: 'key-1' }, { kid: 'key-2', retiredAt: null }])
  expect(keys[0]?.retiredAt).not.toBeNull()
  expect(await verifyOurselves(world, document)).toMatchObject({ proof: 'sound', status: 'clear' })
  expect(await verifyByConsortium(world, document)).toMatchObject({
    valid_signature: true,
    revocation_status: true,
  })
  const next = await world.deps.keys.create('ed25519')
  await expect(
    world.db.issuerKey.create({
      data: { issuerId: row.issuerId, kid: 'key-3', ...next, notBefore: world.clock.now() },
    }),
  ).rejects.toThrow(/one_active|unique/i)
})

test('67 compromised key: nothing it signed is believed, and all that stood is issued anew', async () => {
  const { credentialId, row, document } = await graduate()
  await declareCompromised(world.deps, await staff(), { keyId: row.keyId, reason: 'it leaked' })
  const jobs = await world.db.$queryRaw<{ key: string }[]>`
    select key from graphile_worker.jobs where key like ${'credential-distrusted:%'}`
  expect(jobs).toEqual([{ key: `credential-distrusted:${credentialId}` }])
  expect(await verifyOurselves(world, document)).toMatchObject({ proof: 'unknown-key' })
  const did = await getDidDocument(world.db, await slugOf(row.issuerId))
  expect(did?.assertionMethod).toHaveLength(1)
  expect(did?.verificationMethod).toMatchObject([{ revoked: expect.any(String) }, {}])

  await onCredentialDistrusted(world.deps, { credentialId })
  await onCredentialDistrusted(world.deps, { credentialId })
  const old = await page(credentialId)
  expect(old).toMatchObject({ standing: 'superseded', lastChange: { reason: 'key_compromised' } })
  const renewed = await world.db.credential.findUniqueOrThrow({
    where: { id: old?.replacedById ?? '' },
    include: { key: true },
  })
  expect(renewed).toMatchObject({ key: { kid: 'key-2' }, validFrom: row.validFrom })
  const signed = JSON.parse(renewed.document ?? '')
  expect(await verifyOurselves(world, signed)).toMatchObject({ proof: 'sound', status: 'clear' })
  expect(await verifyByConsortium(world, signed)).toMatchObject({ valid_signature: true })
  const identifier = (from: unknown) => Reflect.get(Object(from), 'identifier')
  expect(identifier(signed.credentialSubject)).toEqual(identifier(document.credentialSubject))
  expect(await world.db.credential.count({ where: { causeId: row.causeId } })).toBe(2)
})

test('67 compromised key: what was revoked stays so, what is suspended stays suspended, the erased is revoked', async () => {
  const board = await staff('exam_board')
  const states = ['revoked', 'suspended', 'erased'] as const
  const after: Record<(typeof states)[number], unknown> = {
    revoked: { standing: 'revoked', replacedById: null },
    suspended: { standing: 'superseded' },
    erased: { standing: 'revoked', lastChange: { reason: 'key_compromised' } },
  }
  for (const state of states) {
    const { credentialId, row } = await graduate()
    const words = { credentialId, publicNote: '', reason: 'for the test' }
    if (state === 'erased') await eraseName(world.deps, board, words)
    else {
      const code = state === 'revoked' ? 'misconduct' : 'under_review'
      await decideCredential(world.deps, board, { ...words, to: state, code })
    }
    await declareCompromised(world.deps, await staff(), { keyId: row.keyId, reason: 'it leaked' })
    await onCredentialDistrusted(world.deps, { credentialId })
    const found = await page(credentialId)
    expect(found).toMatchObject(Object(after[state]))
    if (state === 'suspended') {
      expect(await page(found?.replacedById ?? '')).toMatchObject({ standing: 'suspended' })
    }
  }
})

test('a retired key can be declared compromised, and the one in use stays', async () => {
  const { row, document } = await graduate()
  const admin = await staff()
  const input = { keyId: row.keyId, reason: 'for the test' }
  await rotateKey(world.deps, admin, input)
  await declareCompromised(world.deps, admin, input)
  await declareCompromised(world.deps, admin, input)
  expect(await keysOf(row.issuerId)).toHaveLength(2)
  expect(await verifyOurselves(world, document)).toMatchObject({ proof: 'unknown-key' })
  const where = { id: row.keyId }
  await expect(world.db.issuerKey.update({ where, data: { compromisedAt: null } })).rejects.toThrow(
    /only be retired/,
  )
})

const slugOf = async (id: string) =>
  (await world.db.issuer.findUniqueOrThrow({ where: { id } })).slug
