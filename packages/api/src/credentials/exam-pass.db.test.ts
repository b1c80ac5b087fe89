import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCertification, makeScoredAttempt } from '../testing/passes'
import { refusal } from '../testing/refusal'
import { isSoundElsewhere, verifyByConsortium, verifyOurselves } from '../testing/verifiers'
import { createWorld, type World } from '../testing/world'
import { decideCredential } from './commands/decide-credential'
import { issueCredential, issueInTransaction } from './commands/issue-credential'
import { getPublicCredential } from './reads/public-credential'

let world: World
let exam: Awaited<ReturnType<typeof makeCertification>>
beforeAll(async () => {
  world = await createWorld({ now: new Date('2026-02-28T09:30:00Z') })
  exam = await makeCertification(world)
})
afterAll(() => world.close())

const system = { type: 'system', name: 'test' } as const

/** Releases a result and issues for it in one transaction, as the exam does. */
const release = (attemptId: string) =>
  world.db.$transaction(async (tx) => {
    const releasedAt = world.clock.now()
    await tx.examAttempt.update({
      where: { id: attemptId },
      data: { state: 'released', releasedAt },
    })
    return await issueInTransaction(tx, world.deps, { cause: 'exam_pass', causeId: attemptId })
  })

const rowOf = (id: string) =>
  world.db.credential.findUniqueOrThrow({ where: { id }, include: { key: true } })

test('a pass is certified with its name, score and dates, and other verifiers agree', async () => {
  const { attemptId } = await makeScoredAttempt(world, exam)
  const { credentialId, isNew } = await release(attemptId)
  expect(isNew).toBe(true)
  const row = await rowOf(credentialId)
  const document = JSON.parse(row.document ?? '')
  const { credentialSubject } = document
  const [score, outcome] = credentialSubject.achievement.resultDescription
  expect(document).toMatchObject({
    validFrom: '2026-02-28T09:30:00Z',
    validUntil: '2029-02-28T00:00:00Z',
  })
  expect(credentialSubject).toMatchObject({
    identifier: [{ identityType: 'name', identityHash: 'Zoë Q. O’Brien' }, { hashed: true }],
    result: [
      { resultDescription: score.id, value: '742' },
      { resultDescription: outcome.id, status: 'Completed' },
    ],
    achievement: { achievementType: 'Certification' },
  })
  expect(score).toMatchObject({ resultType: 'ScaledScore', requiredValue: '700' })
  expect(await verifyOurselves(world, document)).toMatchObject({ proof: 'sound', status: 'clear' })
  expect(await isSoundElsewhere(document, row.key.publicMultibase)).toBe(true)
  expect(await verifyByConsortium(world, document)).toMatchObject({ valid_signature: true })
  expect(await release(attemptId)).toEqual({ credentialId, isNew: false })
})

test('without a released pass there is no credential, whoever asks the database', async () => {
  const scored = await makeScoredAttempt(world, exam)
  const award = { cause: 'exam_pass', causeId: scored.attemptId } as const
  expect(await refusal(issueCredential(world.deps, award))).toBe('not-passed')
  const failed = await makeScoredAttempt(world, exam, { isPass: false })
  expect(await refusal(release(failed.attemptId))).toBe('not-passed')
  const passed = await makeScoredAttempt(world, exam)
  const { credentialId } = await release(passed.attemptId)
  const { key: _, ...row } = await rowOf(credentialId)
  const forged = { ...row, id: crypto.randomUUID(), licenseNumber: 'AW-2026-FORG-ED00' }
  await expect(
    world.db.credential.create({ data: { ...forged, causeId: scored.attemptId } }),
  ).rejects.toThrow(/no released pass/)
})

test('a credential lives and dies with the transaction that releases the result', async () => {
  const { attemptId } = await makeScoredAttempt(world, exam)
  const failing = world.db.$transaction(async (tx) => {
    await tx.examAttempt.update({
      where: { id: attemptId },
      data: { state: 'released', releasedAt: world.clock.now() },
    })
    await issueInTransaction(tx, world.deps, { cause: 'exam_pass', causeId: attemptId })
    throw new Error('later')
  })
  await expect(failing).rejects.toThrow('later')
  expect(await world.db.credential.count({ where: { causeId: attemptId } })).toBe(0)
  const both = await Promise.all([release(attemptId), release(attemptId)])
  expect(new Set(both.map(({ credentialId }) => credentialId)).size).toBe(1)
  expect(both.filter(({ isNew }) => isNew)).toHaveLength(1)
})

test('69 renewal supersedes: the earlier one is told to be replaced, and leads to the new one', async () => {
  const first = await makeScoredAttempt(world, exam)
  const old = await release(first.attemptId)
  const again = await makeScoredAttempt(world, exam, {
    candidate: { ...first.candidate, id: first.candidate.userId },
  })
  const renewed = await release(again.attemptId)
  const page = await getPublicCredential(world.deps, old.credentialId, world.clock.now())
  expect(page).toMatchObject({
    standing: 'superseded',
    replacedById: renewed.credentialId,
    lastChange: { reason: 'renewed' },
    findings: { proof: 'sound', status: 'revoked' },
  })
  const next = await getPublicCredential(world.deps, renewed.credentialId, world.clock.now())
  expect(next).toMatchObject({ standing: 'valid', replacesId: old.credentialId })
})

test('a renewal leaves what is under review as it is', async () => {
  const first = await makeScoredAttempt(world, exam)
  const { credentialId } = await release(first.attemptId)
  await decideCredential(world.deps, system, {
    credentialId,
    to: 'suspended',
    code: 'under_review',
    publicNote: '',
    reason: 'a case is open',
  })
  const again = await makeScoredAttempt(world, exam, {
    candidate: { ...first.candidate, id: first.candidate.userId },
  })
  await release(again.attemptId)
  expect((await rowOf(credentialId)).state).toBe('suspended')
})
