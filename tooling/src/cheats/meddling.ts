import { randomUUID } from 'node:crypto'
import { type Attack, mustBeRefused, mustSay } from './attack'

const hash = '0'.repeat(64)

/** Meddling with another’s sitting. */
const others: Attack[] = (
  [
    ['open another’s room', 'query', 'exams.room', {}],
    ['watch another’s clock', 'query', 'exams.pulse', {}],
    ['open another’s question', 'mutate', 'exams.openItem', { position: 1 }],
    [
      'answer for another',
      'mutate',
      'exams.saveAnswer',
      { position: 1, revision: 9, answer: null, isFlagged: true },
    ],
    ['hand in for another', 'mutate', 'exams.submit', {}],
    ['take another’s sitting over', 'mutate', 'exams.takeOver', {}],
    ['read another’s result', 'query', 'exams.result', {}],
    [
      'object to another’s result',
      'mutate',
      'exams.fileAppeal',
      { grounds: 'Because I say that it was wrong.' },
    ],
  ] as const
).map(([name, kind, procedure, more]) => ({
  name,
  against: '37 IDOR',
  run: async ({ cheater, theirs: { attemptId, sessionId } }) =>
    mustBeRefused(await cheater[kind](procedure, { attemptId, sessionId, ...more })),
}))

/** Deciding what the board decides. */
const decisions: Attack[] = (
  [
    [
      'give oneself more time',
      'exams.extend',
      { key: randomUUID(), minutes: 60, reason: 'Because' },
    ],
    ['release one’s own result', 'exams.decideAttempt', { decision: 'release', reason: 'Because' }],
    ['void one’s failure', 'exams.decideAttempt', { decision: 'void', reason: 'Because' }],
    [
      'have everybody earn a point',
      'exams.correctKey',
      { versionId: randomUUID(), keyVersionId: null, reason: 'Because' },
    ],
    [
      'grant oneself extra time',
      'exams.decideAccommodation',
      { accommodationId: randomUUID(), timeMultiplier: 3, answer: 'Agreed' },
    ],
    [
      'approve a form with a cut score of nothing',
      'exams.approveForm',
      { formId: randomUUID(), cutRaw: 0.001, cutBasis: 'I would like to pass.' },
    ],
  ] as const
).map(([name, procedure, input]) => ({
  name,
  against: 'rule 13',
  run: async ({ cheater, sitting: { attemptId } }) =>
    mustBeRefused(await cheater.mutate(procedure, { attemptId, ...input })),
}))

export const meddlingAttacks: Attack[] = [
  ...others,
  ...decisions,
  {
    name: 'start with another agreement',
    against: '31 agreement-not-accepted',
    run: async ({ fresh, slug }) =>
      mustBeRefused(
        await fresh.mutate('exams.start', {
          slug,
          sessionId: randomUUID(),
          name: 'Carl Cheater',
          agreementHash: hash,
        }),
      ),
  },
  {
    name: 'make another site start it (forged request)',
    against: 'cross-site requests',
    run: async ({ cheater, sitting }) => {
      const { status } = await cheater.fetch('/api/trpc/exams.submit', {
        method: 'POST',
        headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
        body: JSON.stringify({ json: sitting }),
      })
      return status >= 400 && status < 500 ? null : `status ${status}`
    },
  },
  {
    name: 'answer by a link (GET)',
    against: 'cross-site requests',
    run: async ({ cheater, sitting: { attemptId, sessionId } }) =>
      mustBeRefused(await cheater.query('exams.submit', { attemptId, sessionId })),
  },
  {
    name: 'answer from a window that is not live',
    against: '10 two-tabs-same-attempt',
    run: async ({ sitting }) =>
      mustSay('superseded')(await sitting.save({ sessionId: randomUUID() })),
  },
]
