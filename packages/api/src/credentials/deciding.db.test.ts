import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { graduatesOf } from '../testing/graduates'
import { refusal } from '../testing/refusal'
import { verifyByConsortium, verifyOurselves } from '../testing/verifiers'
import { createWorld, type World } from '../testing/world'
import { createCaller } from '../trpc/root'
import { decideCredential } from './commands/decide-credential'
import { eraseName } from './commands/erase-name'
import { onCredentialErased, onCredentialIssued } from './jobs'
import { listAdminCredentials } from './reads/admin-credentials'
import { getPublicCredential } from './reads/public-credential'
import { certificateFileKey } from './rules/file-key'
import { adminCredentialsInput, type DecidedState, decisionReasons } from './schema'

let world: World
beforeAll(async () => {
  // Verifiers of others look at the real clock.
  world = await createWorld({ now: new Date() })
})
afterAll(() => world.close())
const issued = graduatesOf(() => world)

const staff = async (role: 'exam_board' | 'support' | 'admin' = 'exam_board') =>
  memberOf(await makeUser(world.db), { roles: [role] })

const decision = (credentialId: string, to: DecidedState) => ({
  credentialId,
  to,
  code: decisionReasons[to][0],
  publicNote: 'See the notice of the board.',
  reason: 'As the board decided',
})
const decide = async (
  credentialId: string,
  to: DecidedState,
  actor?: Parameters<typeof decideCredential>[1],
) => decideCredential(world.deps, actor ?? (await staff()), decision(credentialId, to))

const page = (id: string) => getPublicCredential(world.deps, id, world.clock.now())

test('63 revoke → list → all verifiers', async () => {
  const { credentialId, document } = await issued()
  const other = await issued()
  const actor = await staff()
  expect(await decide(credentialId, 'revoked', actor)).toEqual({ hasChanged: true })
  expect(await verifyOurselves(world, document)).toMatchObject({ status: 'revoked' })
  expect(await verifyByConsortium(world, document)).toMatchObject({
    valid_signature: true,
    revocation_status: false,
  })
  expect(await page(credentialId)).toMatchObject({
    standing: 'revoked',
    lastChange: { reason: 'issued_in_error', note: 'See the notice of the board.' },
  })
  expect(await verifyOurselves(world, other.document)).toMatchObject({ status: 'clear' })

  expect(await decide(credentialId, 'revoked', actor)).toEqual({ hasChanged: false })
  expect(await world.db.statusChange.count({ where: { credentialId } })).toBe(1)
  expect(await refusal(decide(credentialId, 'valid', actor))).toBe('credential-final')
  const audit = await world.db.auditEntry.findMany({ where: { entityId: credentialId } })
  expect(audit).toMatchObject([{ action: 'credential.revoke', actorId: actor.userId }])
})

test('a suspension is told by us and taken back; many at once decide it once', async () => {
  const { credentialId, document } = await issued()
  const actor = await staff('admin')
  const results = await Promise.all(
    Array.from({ length: 5 }, () => decide(credentialId, 'suspended', actor)),
  )
  expect(results.filter(({ hasChanged }) => hasChanged)).toHaveLength(1)
  expect(await page(credentialId)).toMatchObject({ standing: 'suspended' })
  expect(await verifyOurselves(world, document)).toMatchObject({ status: 'clear' })
  await decide(credentialId, 'valid', actor)
  expect(await page(credentialId)).toMatchObject({ standing: 'valid' })
})

test('nobody decides on a credential of their own, or of a learner whom they teach', async () => {
  const { credentialId, actor: holder, offering } = await issued()
  const own = { ...holder, roles: ['admin'] as const }
  const teacher = await makeUser(world.db)
  const { providerId } = offering
  await world.db.providerMember.create({ data: { userId: teacher.id, providerId } })
  const taught = memberOf(teacher, { roles: ['exam_board'], providerIds: [providerId] })
  expect(await refusal(decide(credentialId, 'revoked', own))).toBe('credential-own')
  expect(await refusal(decide(credentialId, 'revoked', taught))).toBe('credential-taught')
  const plan = await createCaller({ actor: taught, deps: world.deps }).credentials.adminPlan({
    ids: [credentialId],
    to: 'revoked',
  })
  expect(plan).toMatchObject([{ id: credentialId, effect: 'credential-taught' }])
  // The database says so as well.
  for (const actorId of [holder.userId, teacher.id]) {
    const change = {
      credentialId,
      fromState: 'valid',
      toState: 'revoked',
      reason: 'misconduct',
      actorId,
    } as const
    await expect(world.db.statusChange.create({ data: change })).rejects.toThrow(/holds or teaches/)
  }
  const caller = createCaller({ actor: await staff('support'), deps: world.deps })
  const decided = caller.credentials.adminDecide(decision(credentialId, 'revoked'))
  await expect(decided).rejects.toThrow('not-allowed')
  expect(await caller.credentials.adminGet({ credentialId })).toMatchObject({
    refusal: 'not-allowed',
  })
})

test('a reason has to fit the decision', async () => {
  const { credentialId } = await issued()
  const caller = createCaller({ actor: await staff(), deps: world.deps })
  const wrong = { ...decision(credentialId, 'revoked'), code: 'decision_reversed' as const }
  await expect(caller.credentials.adminDecide(wrong)).rejects.toThrow(/reason-missing/)
})

test('77 erase-account vs public record: the name goes, the record stays', async () => {
  const { credentialId, row } = await issued('Erasmus Erased')
  await onCredentialIssued(world.deps, { credentialId })
  const file = certificateFileKey(credentialId)
  expect(await world.deps.files.exists(file)).toBe(true)
  const input = { credentialId, reason: 'Asked by mail' }
  const actor = await staff()
  await eraseName(world.deps, actor, input)
  await eraseName(world.deps, actor, input)
  await onCredentialErased(world.deps, { credentialId })
  await onCredentialIssued(world.deps, { credentialId })
  expect(await world.deps.files.exists(file)).toBe(false)

  const shown = await page(credentialId)
  expect(shown).toMatchObject({ standing: 'valid', subjectName: null, findings: null })
  expect(shown).toMatchObject({ sha256: row.sha256, licenseNumber: row.licenseNumber })
  const kept = await world.db.$queryRaw<{ text: string }[]>`
    select c::text as text from credentials c where id = ${credentialId}::uuid
    union all select a::text from audit_entries a where entity_id = ${credentialId}`
  expect(kept.map(({ text }) => text).join()).not.toContain('Erasmus')
  await decide(credentialId, 'revoked', actor)
  expect(await page(credentialId)).toMatchObject({ standing: 'revoked' })
  await expect(
    world.db.credential.update({ where: { id: credentialId }, data: { subjectName: 'Else' } }),
  ).rejects.toThrow()
})

test('staff finds credentials by holder, number, achievement and issuer, and by state', async () => {
  const name = `Nadia ${crypto.randomUUID().slice(0, 6)}`
  const { credentialId, row, actor, offering } = await issued(name)
  const title = `Course of ${name}`
  await world.db.offering.update({ where: { id: offering.id }, data: { title } })
  const listed = async (input: object) =>
    (
      await listAdminCredentials(world.db, adminCredentialsInput.parse(input), world.clock.now())
    ).rows.map(({ id }) => id)
  for (const search of [name, row.licenseNumber.toLowerCase(), actor.email]) {
    expect(await listed({ search })).toEqual([credentialId])
  }
  for (const search of ['an example COURSE', 'Example University']) {
    expect(await listed({ search, pageSize: 200 })).toContain(credentialId)
  }
  expect(await listed({ search: name, state: 'valid' })).toEqual([credentialId])
  expect(await listed({ search: name, state: 'expired' })).toEqual([])
  await decide(credentialId, 'suspended')
  expect(await listed({ search: name, state: 'suspended' })).toEqual([credentialId])
})
