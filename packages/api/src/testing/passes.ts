import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { memberOf } from './actors'
import { makeOffering, makeUser } from './factories'
import type { World } from './world'

const schemeFile = join(
  import.meta.dirname,
  '../../../db/seed/schemes/archway-certified-ai-architect-associate.json',
)

/** A certification of ours with the first version of its scheme and an approved form. */
export async function makeCertification({ db, clock }: World) {
  const [author, board, document] = await Promise.all([
    makeUser(db),
    makeUser(db),
    readFile(schemeFile, 'utf8').then((text) => JSON.parse(text)),
  ])
  const { id: offeringId } = await makeOffering(db, {
    data: { kind: 'certification', title: 'Certified Example Architect', summary: 'It is proven.' },
  })
  await db.schemeVersion.create({
    data: { offeringId, number: 1, document, publishedAt: clock.now() },
  })
  const form = await db.examForm.create({
    data: {
      offeringId,
      schemeNumber: 1,
      number: 1,
      language: 'en',
      minutes: 90,
      state: 'approved',
      cutRaw: 40,
      cutBasis: 'panel',
      seed: 'seed',
      createdById: author.id,
      approvedById: board.id,
      approvedAt: clock.now(),
    },
  })
  return { offeringId, formId: form.id, document }
}

/** Somebody who sat an exam: submitted and scored, to be released by the test. */
export async function makeScoredAttempt(
  { db, clock }: World,
  { offeringId, formId }: { offeringId: string; formId: string },
  options: {
    candidate?: { id: string; email: string; name: string | null }
    isPass?: boolean
  } = {},
) {
  const candidate = options.candidate ?? (await makeUser(db))
  const now = clock.now()
  const number =
    1 + (await db.examAttempt.count({ where: { candidateId: candidate.id, offeringId } }))
  const attempt = await db.examAttempt.create({
    data: {
      candidateId: candidate.id,
      offeringId,
      schemeNumber: 1,
      formId,
      number,
      state: 'scored',
      legalName: 'Zoë Q. O’Brien',
      agreementHash: 'agreed',
      agreedAt: now,
      sessionId: crypto.randomUUID(),
      seed: 'seed',
      startedAt: now,
      deadlineAt: new Date(now.getTime() + 90 * 60_000),
      submittedAt: now,
      scores: {
        create: {
          number: 1,
          cause: 'first',
          raw: 50,
          maxRaw: 60,
          scaled: 742,
          isPass: options.isPass ?? true,
          domains: [],
          items: [],
        },
      },
    },
  })
  return { attemptId: attempt.id, candidate: memberOf(candidate) }
}
