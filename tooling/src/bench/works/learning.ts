import { saveVideoPositions } from '@archway/api/learning/commands/save-video-positions'
import { getMyLearning } from '@archway/api/learning/reads/my-learning'
import { recordStatements, sendStatements } from '../site/statements'
import { learners, memberOf } from './people'
import { callSide, httpSide } from './sides'
import { rotate, type Work } from './work'

/** A player that tells how far it is, as it does every few seconds. */
const progressWork: Work = {
  name: 'learning: save progress',
  scope: 'largest',
  goal: 0.4,
  async prepare(context) {
    const { site } = context
    const people = await learners(context)
    const positions = (lessonKey: string) => [{ lessonKey, positionSeconds: 3, watchedSeconds: 3 }]
    const recorded = []
    for (const person of people) {
      recorded.push(
        await recordStatements(site.deps.db, (db) =>
          saveVideoPositions({ ...site.deps, db }, memberOf(person), {
            enrolmentId: person.enrolmentId,
            positions: positions(person.lessonKey),
          }),
        ),
      )
    }
    const upserts = recorded.map((statements) =>
      statements.filter(({ text }) => text.includes('lesson_progress')),
    )
    if (upserts.some((statements) => statements.length !== 1)) {
      throw new Error('Saving progress is not one upsert any more: mend this benchmark.')
    }
    const upsert = rotate(upserts)
    const requests = rotate(
      people.map((person) => ({
        method: 'POST' as const,
        path: '/api/trpc/learning.saveVideoPositions',
        headers: {
          'content-type': 'application/json',
          origin: site.url,
          cookie: person.cookie,
        },
        body: JSON.stringify({
          json: { enrolmentId: person.enrolmentId, positions: positions(person.lessonKey) },
        }),
      })),
    )
    return {
      subject: httpSide('over tRPC, signed in', site.url, requests),
      limit: callSide('same upsert, bare pg', () => sendStatements(site.pool, upsert())),
    }
  },
}

const myLearningWork: Work = {
  name: 'learning: my learning page',
  scope: 'largest',
  goal: 0.4,
  async prepare(context) {
    const { site } = context
    const people = await learners(context)
    const requests = rotate(
      people.map(({ cookie }) => ({ path: '/learning', headers: { cookie } })),
    )
    const person = rotate(people)
    return {
      subject: httpSide('page, signed in', site.url, requests),
      limit: callSide('its reads alone', async () => {
        await getMyLearning(site.deps.db, memberOf(person()), new Date())
      }),
    }
  },
}

export const learningWorks: readonly Work[] = [progressWork, myLearningWork]
