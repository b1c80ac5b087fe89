import { afterAll, beforeAll, expect, test } from 'vitest'
import { memberOf } from '../testing/actors'
import { makeUser } from '../testing/factories'
import { makeCertification, makeScoredAttempt } from '../testing/passes'
import { refusal } from '../testing/refusal'
import { createWorld, type World } from '../testing/world'
import { issueInTransaction } from './commands/issue-credential'
import { reissueCredential } from './commands/reissue-credential'
import { setScoreDisplay } from './commands/set-score-display'
import { getCredentialDocument } from './reads/documents'
import { getMyCredentials } from './reads/my-credentials'
import { getPublicCredential } from './reads/public-credential'

let world: World
beforeAll(async () => {
  world = await createWorld({ now: new Date('2026-02-28T09:30:00Z') })
})
afterAll(() => world.close())

/** Somebody who passed with 742, and their credential. */
async function pass() {
  const { attemptId, candidate } = await makeScoredAttempt(world, await makeCertification(world))
  const { credentialId } = await world.db.$transaction(async (tx) => {
    await tx.examAttempt.update({
      where: { id: attemptId },
      data: { state: 'released', releasedAt: world.clock.now() },
    })
    return await issueInTransaction(tx, world.deps, { cause: 'exam_pass', causeId: attemptId })
  })
  return { credentialId, candidate }
}

const pageOf = (id: string) => getPublicCredential(world.deps, id, world.clock.now())

test('the page leaves the score out until its holder shows it; the signed text is the same', async () => {
  const { credentialId, candidate } = await pass()
  const before = await getCredentialDocument(world.db, credentialId)
  expect(await pageOf(credentialId)).toMatchObject({ score: null, isScoreKeptBack: true })
  await setScoreDisplay(world.deps, candidate, { credentialId, score: 'shown' })
  expect(await pageOf(credentialId)).toMatchObject({ score: 742, isScoreKeptBack: false })
  const { credentials } = await getMyCredentials(world.db, candidate, world.clock.now())
  expect(credentials).toMatchObject([{ isScored: true, isScoreShown: true }])
  await setScoreDisplay(world.deps, candidate, { credentialId, score: 'hidden' })
  expect(await pageOf(credentialId)).toMatchObject({ score: null, isScoreKeptBack: true })
  expect(await getCredentialDocument(world.db, credentialId)).toEqual(before)
})

test('what the holder said of the score holds for the one that takes its place, too', async () => {
  const { credentialId, candidate } = await pass()
  await setScoreDisplay(world.deps, candidate, { credentialId, score: 'shown' })
  const next = await world.db.$transaction((tx) =>
    reissueCredential(
      tx,
      world.deps,
      { type: 'system', name: 'test' },
      { credentialId, name: null, code: 'key_compromised' },
    ),
  )
  expect(await pageOf(next ?? '')).toMatchObject({ score: 742, isScoreKeptBack: false })
})

test('nobody shows the score of somebody else', async () => {
  const { credentialId } = await pass()
  const other = memberOf(await makeUser(world.db))
  const showing = setScoreDisplay(world.deps, other, { credentialId, score: 'shown' })
  expect(await refusal(showing)).toBe('not-found')
  expect(await pageOf(credentialId)).toMatchObject({ score: null })
})
