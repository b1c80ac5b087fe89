import { randomUUID } from 'node:crypto'
import { makeUser } from './factories'
import type { World } from './world'

export type MadeAnswer = {
  /** own id of the option, null for no answer; "a" is right */
  option: string | null
  /** until it was given; not measured when left out */
  seconds?: number
}

/**
 * Sittings of a form as they are when their results are there: each by a person of its own, an answer for
 * each item of the form. Every item is a single choice whose key is "a". Returns the attempts in order.
 */
export async function makeSittings(
  { db, clock }: Pick<World, 'db' | 'clock'>,
  form: { offeringId: string; formId: string; scored: string[]; unscored: string[] },
  sittings: readonly (readonly MadeAnswer[])[],
  options: { state?: 'scored' | 'released'; locale?: (at: number) => string } = {},
) {
  const versions = [...form.scored, ...form.unscored]
  const startedAt = new Date(clock.now().getTime() - 3600_000)
  const made: { attemptId: string; candidateId: string }[] = []
  for (const [at, answers] of sittings.entries()) {
    const candidate = await makeUser(db)
    if (options.locale) {
      await db.user.update({ where: { id: candidate.id }, data: { locale: options.locale(at) } })
    }
    const attemptId = randomUUID()
    const raw = form.scored.filter((_, item) => answers[item]?.option === 'a').length
    await db.examAttempt.create({
      data: {
        id: attemptId,
        candidateId: candidate.id,
        offeringId: form.offeringId,
        schemeNumber: 1,
        formId: form.formId,
        number: 1,
        state: options.state ?? 'released',
        legalName: `Candidate ${at}`,
        agreementHash: 'hash',
        agreedAt: startedAt,
        sessionId: randomUUID(),
        seed: 'seed',
        startedAt,
        deadlineAt: new Date(startedAt.getTime() + 7200_000),
        submittedAt: clock.now(),
        releasedAt: options.state === 'scored' ? null : clock.now(),
      },
    })
    const shown = ['a', 'b', 'c', 'd'].map((id, place) => ({ shown: `x${place}`, id }))
    await db.attemptItem.createMany({
      data: versions.map((versionId, item) => {
        const option = answers[item]?.option ?? null
        const stand = shown.find((one) => one.id === option)
        return {
          attemptId,
          position: item + 1,
          versionId,
          isScored: form.scored.includes(versionId),
          optionOrder: { choices: shown, prompts: [], parts: [] },
          firstSeenAt: startedAt,
          ...(stand ? { revision: 1, answer: { kind: 'single', selected: stand.shown } } : {}),
        }
      }),
    })
    const saved = answers.flatMap(({ option, seconds }, item) =>
      option === null || seconds === undefined ? [] : [{ position: item + 1, seconds }],
    )
    await db.journalEntry.createMany({
      data: saved.map(({ position, seconds }, entry) => ({
        attemptId,
        number: entry + 1,
        position,
        revision: 1,
        answer: {},
        isFlagged: false,
        savedAt: new Date(startedAt.getTime() + 1000 * seconds),
        hash: '0'.repeat(64),
      })),
    })
    await db.attemptScore.create({
      data: {
        attemptId,
        number: 1,
        cause: 'first',
        raw,
        maxRaw: form.scored.length,
        scaled: 100 + raw,
        isPass: raw * 2 >= form.scored.length,
        domains: [],
        items: versions.map((_, item) => ({
          position: item + 1,
          points: answers[item]?.option === 'a' ? 1 : 0,
        })),
      },
    })
    made.push({ attemptId, candidateId: candidate.id })
  }
  return made
}
