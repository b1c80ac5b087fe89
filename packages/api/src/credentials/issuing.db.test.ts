import { readFile } from 'node:fs/promises'
import { Ajv2019 } from 'ajv/dist/2019'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classroomsOf } from '../testing/classroom'
import { makeLearner } from '../testing/learners'
import { hasPyld, verifyByPyld } from '../testing/pyld'
import { refusal } from '../testing/refusal'
import { tamperings } from '../testing/tamperings'
import {
  isSoundElsewhere,
  publishedBy,
  verifyByConsortium,
  verifyOurselves,
} from '../testing/verifiers'
import { createWorld, type World } from '../testing/world'
import { issueCredential } from './commands/issue-credential'
import { refreshStatusLists } from './commands/status-lists'
import { isCredential, verifyCredential } from './proof/verify-credential'
import type { Award } from './schema'

let world: World
beforeAll(async () => {
  // Verifiers of others look at the real clock.
  world = await createWorld({ now: new Date() })
})
afterAll(() => world.close())
const rooms = classroomsOf(() => world)

/** Somebody who has completed the standard course and said which name they want. */
async function graduate(name = 'Zoë O’Brien') {
  const room = await rooms.open()
  await rooms.finish(room)
  await world.db.user.update({ where: { id: room.actor.userId }, data: { credentialName: name } })
  return { ...room, award: { cause: 'course_completion', causeId: room.enrolmentId } as const }
}

async function issue(award: Award) {
  const { credentialId } = await issueCredential(world.deps, award)
  const row = await world.db.credential.findUniqueOrThrow({
    where: { id: credentialId },
    include: { key: true, allocation: { include: { list: true } } },
  })
  const document: unknown = JSON.parse(row.document ?? '')
  if (!isCredential(document)) throw new Error('no credential was kept')
  return { row, document }
}

const sound = { proof: 'sound', period: 'current', status: 'clear' }

test('61 4-verifier matrix on every issue', async () => {
  const { award } = await graduate()
  const { row, document } = await issue(award)
  expect(await verifyOurselves(world, document)).toEqual(sound)
  expect(await isSoundElsewhere(document, row.key.publicMultibase)).toBe(true)
  expect(await verifyByConsortium(world, document)).toMatchObject({
    valid_signature: true,
    expiration: true,
    revocation_status: true,
  })
  expect(row.licenseNumber).toMatch(/^AW-\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
})

test('61 4-verifier matrix on every issue: PyLD and OpenSSL agree', async (context) => {
  context.skip(!hasPyld(), 'python3-pyld and openssl are not installed')
  const { award } = await graduate()
  const { row, document } = await issue(award)
  expect(verifyByPyld(document, row.key.publicMultibase)).toBe('sound')
  const { credentialSubject } = document
  const forged = {
    ...document,
    credentialSubject: { ...Object(credentialSubject), licenseNumber: 'AW-1' },
  }
  expect(verifyByPyld(forged, row.key.publicMultibase)).toBe('broken')
})

test('61 4-verifier matrix on every issue: and it keeps to the strict schema', async (context) => {
  const path = process.env.OPEN_BADGES_SCHEMA
  context.skip(path === undefined, 'OPEN_BADGES_SCHEMA names no copy of the official schema')
  const { award } = await graduate()
  const { document } = await issue(award)
  const ajv = new Ajv2019({ allErrors: true, strict: false })
  addFormats.default(ajv)
  const isValid = ajv.compile(JSON.parse(await readFile(path ?? '', 'utf8')))
  isValid(document)
  expect(isValid.errors).toBeNull()
})

test('62 tamper each leaf: every changed, dropped or added word makes it unsound', async () => {
  const { award } = await graduate()
  const { document } = await issue(award)
  const resolver = { ...publishedBy(world) }
  const did = await resolver.didDocument(String(Reflect.get(Object(document.issuer), 'id')))
  const offline = { ...resolver, didDocument: async () => did }
  const survivors: string[] = []
  for (const { path, tampered } of tamperings(document)) {
    const isRead = isCredential(tampered)
    const findings = isRead && (await verifyCredential(tampered, offline, world.clock.now()))
    if (findings && findings.proof === 'sound') survivors.push(path)
  }
  expect(survivors).toEqual([])
})

test('64 status-index-collision: the database gives a bit to one credential only', async () => {
  const { award } = await graduate()
  const { row } = await issue(award)
  const other = await graduate()
  const second = await issue(other.award)
  const taken = { listId: row.allocation?.listId, index: row.allocation?.index }
  await expect(
    world.db.statusAllocation.update({
      where: { credentialId: second.row.id },
      data: taken,
    }),
  ).rejects.toThrow(/bit|unique/i)
  expect(second.row.allocation).not.toMatchObject(taken)
})

test('65 list-full → next list', async () => {
  const { award, offering } = await graduate()
  const first = await issue(award)
  const listId = first.row.allocation?.listId
  await world.db.statusList.update({ where: { id: listId }, data: { capacity: 1 } })
  const learner = await makeLearner(world.db, offering.id, world.clock.now())
  await world.db.enrolment.update({
    where: { id: learner.enrolmentId },
    data: { completedAt: world.clock.now(), progressPercent: 100 },
  })
  const userId = learner.actor.userId
  await world.db.user.update({ where: { id: userId }, data: { credentialName: 'Ada Example' } })
  const second = await issue({ cause: 'course_completion', causeId: learner.enrolmentId })
  expect(second.row.issuerId).toBe(first.row.issuerId)
  expect(second.row.allocation?.listId).not.toBe(listId)
  expect(await verifyOurselves(world, second.document)).toEqual(sound)
})

test('the same award asked for many times at once is one credential', async () => {
  const { award } = await graduate()
  const results = await Promise.all(
    Array.from({ length: 6 }, () => issueCredential(world.deps, award)),
  )
  expect(new Set(results.map(({ credentialId }) => credentialId)).size).toBe(1)
  expect(results.filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(await world.db.credential.count({ where: { causeId: award.causeId } })).toBe(1)
})

test('it is not issued before completion, without access, or before the name was confirmed', async () => {
  const room = await rooms.open()
  const award = { cause: 'course_completion', causeId: room.enrolmentId } as const
  expect(await refusal(issueCredential(world.deps, award))).toBe('not-completed')
  await rooms.finish(room)
  expect(await refusal(issueCredential(world.deps, award))).toBe('credential-name-unconfirmed')
  await room.revoke()
  expect(await refusal(issueCredential(world.deps, award))).toBe('access-missing')
  const asProgram = { cause: 'program_completion', causeId: room.enrolmentId } as const
  expect(await refusal(issueCredential(world.deps, asProgram))).toBe('not-found')
})

test('what was signed can neither be changed nor deleted, and keys stay', async () => {
  const { award } = await graduate()
  const { row } = await issue(award)
  const where = { id: row.id }
  await expect(world.db.credential.update({ where, data: { document: '{}' } })).rejects.toThrow(
    /may not be changed|check/,
  )
  await expect(world.db.credential.update({ where, data: { state: 'revoked' } })).rejects.toThrow(
    /without a decision/,
  )
  await expect(world.db.credential.delete({ where })).rejects.toThrow()
  await expect(world.db.issuerKey.delete({ where: { id: row.keyId } })).rejects.toThrow()
})

test('lists are signed again before they end', async () => {
  const { award } = await graduate()
  const { row, document } = await issue(award)
  world.clock.advanceSeconds(23 * 3600)
  expect(await refreshStatusLists(world.deps)).toBeGreaterThan(0)
  expect(await refreshStatusLists(world.deps)).toBe(0)
  world.clock.advanceSeconds(12 * 3600 - 1)
  expect(await verifyOurselves(world, document)).toEqual(sound)
  world.clock.advanceSeconds(12 * 3600 + 1)
  expect(await verifyOurselves(world, document)).toEqual({ ...sound, status: 'unknown' })
  expect(row.state).toBe('valid')
})
