import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { graduatesOf } from '../testing/graduates'
import { refusal } from '../testing/refusal'
import { verifyOurselves } from '../testing/verifiers'
import { createWorld, type World } from '../testing/world'
import { askNameChange, withdrawNameChange } from './commands/ask-name-change'
import { decideNameChange } from './commands/decide-name-change'
import {
  onCredentialErased,
  onCredentialIssued,
  onHolderRenamed,
  onNameChangeSettled,
} from './jobs'
import { listNameChanges, requireEvidence } from './reads/name-changes'
import { getPublicCredential } from './reads/public-credential'
import { certificateFileKey } from './rules/file-key'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
const graduate = graduatesOf(() => world)

const pdf = Buffer.from('%PDF-1.7 a deed').toString('base64')
const wish = { newName: 'Zoë Newname', explanation: 'I have married.', evidence: pdf }
const board = async () => memberOf(await makeUser(world.db), { roles: ['exam_board'] })
const openOf = (userId: string) =>
  world.db.nameChange.findFirstOrThrow({ where: { userId, state: 'asked' } })
const page = (id: string) => getPublicCredential(world.deps, id, world.clock.now())
const answer = { answer: '', reason: 'the deed is in order' }

test('68 name-change reissue: old superseded, both pages right, no old name leaked', async () => {
  const { credentialId, actor } = await graduate('Zoë Oldname')
  await onCredentialIssued(world.deps, { credentialId })
  await askNameChange(world.deps, actor, wish)
  expect(await refusal(askNameChange(world.deps, actor, wish))).toBe('name-change-open')
  const { id: nameChangeId, evidenceKey } = await openOf(actor.userId)
  const examiner = await board()
  expect(await requireEvidence(world.db, examiner, nameChangeId)).toBe(evidenceKey)
  const waiting = (await listNameChanges(world.db, examiner)).find(({ id }) => id === nameChangeId)
  expect(waiting).toMatchObject({ oldName: 'Zoë Oldname', newName: 'Zoë Newname', credentials: 1 })

  const decision = { nameChangeId, state: 'approved', ...answer } as const
  await decideNameChange(world.deps, examiner, decision)
  await decideNameChange(world.deps, examiner, decision)
  await onHolderRenamed(world.deps, { credentialId })
  await onHolderRenamed(world.deps, { credentialId })
  await onCredentialErased(world.deps, { credentialId })
  await onNameChangeSettled(world.deps, { nameChangeId })

  const old = await page(credentialId)
  expect(old).toMatchObject({
    standing: 'superseded',
    subjectName: null,
    lastChange: { reason: 'name_changed' },
  })
  const next = await page(old?.replacedById ?? '')
  expect(next).toMatchObject({
    standing: 'valid',
    subjectName: 'Zoë Newname',
    findings: { proof: 'sound', status: 'clear' },
  })
  const { document } = await world.db.credential.findUniqueOrThrow({
    where: { id: old?.replacedById ?? '' },
  })
  expect(await verifyOurselves(world, JSON.parse(document ?? ''))).toMatchObject({ proof: 'sound' })

  const files = world.deps.files
  expect(await files.exists(evidenceKey ?? '')).toBe(false)
  expect(await files.exists(certificateFileKey(credentialId))).toBe(false)
  const kept = await world.db.$queryRaw<{ text: string }[]>`
    select c::text as text from credentials c where user_id = ${actor.userId}::uuid
    union all select a::text from audit_entries a
    union all select n::text from name_changes n
    union all select s::text from status_changes s
    union all select l.document from status_lists l where l.document is not null`
  expect(kept.map(({ text }) => text).join()).not.toContain('Oldname')
})

test('what was revoked forgets the old name as well, and is not issued anew', async () => {
  const { credentialId, actor } = await graduate('Vera Oldname')
  await world.db.$transaction(async (tx) => {
    await tx.statusChange.create({
      data: { credentialId, fromState: 'valid', toState: 'revoked', reason: 'misconduct' },
    })
    await tx.credential.update({ where: { id: credentialId }, data: { state: 'revoked' } })
  })
  await askNameChange(world.deps, actor, wish)
  const { id: nameChangeId } = await openOf(actor.userId)
  await decideNameChange(world.deps, await board(), { nameChangeId, state: 'approved', ...answer })
  await onHolderRenamed(world.deps, { credentialId })
  expect(await page(credentialId)).toMatchObject({
    standing: 'revoked',
    subjectName: null,
    replacedById: null,
  })
})

test('nobody answers themselves; what was declined or taken back changes nothing', async () => {
  const { actor } = await graduate('Ida Oldname')
  await askNameChange(world.deps, actor, wish)
  const first = await openOf(actor.userId)
  const own = { ...actor, roles: ['admin'] as const }
  const decision = { nameChangeId: first.id, ...answer }
  expect(await refusal(decideNameChange(world.deps, own, { ...decision, state: 'approved' }))).toBe(
    'name-own',
  )
  expect(await refusal(requireEvidence(world.db, own, first.id))).toBe('name-own')
  await expect(
    world.db.nameChange.update({
      where: { id: first.id },
      data: {
        state: 'approved',
        decidedAt: new Date(),
        decidedById: actor.userId,
        evidenceKey: null,
      },
    }),
  ).rejects.toThrow(/disinterested/)
  await withdrawNameChange(world.deps, actor)
  await withdrawNameChange(world.deps, actor)
  await askNameChange(world.deps, actor, wish)
  const second = await openOf(actor.userId)
  const examiner = await board()
  const declined = { ...decision, nameChangeId: second.id, state: 'declined' } as const
  await decideNameChange(world.deps, examiner, declined)
  expect(
    await refusal(decideNameChange(world.deps, examiner, { ...declined, state: 'approved' })),
  ).toBe('case-decided')
  const user = await world.db.user.findUniqueOrThrow({ where: { id: actor.userId } })
  expect(user.credentialName).toBe('Ida Oldname')
})

test('evidence is a PDF, a PNG or a JPEG; the same name and a first name are no change', async () => {
  const { actor } = await graduate('Nora Name')
  const html = Buffer.from('<html>').toString('base64')
  const ask = (over: object) => askNameChange(world.deps, actor, { ...wish, ...over })
  expect(await refusal(ask({ evidence: html }))).toBe('name-evidence-kind')
  expect(await refusal(ask({ newName: 'Nora Name' }))).toBe('name-unchanged')
  const nobody = memberOf(await makeUser(world.db))
  expect(await refusal(askNameChange(world.deps, nobody, wish))).toBe('credential-name-unconfirmed')
})
