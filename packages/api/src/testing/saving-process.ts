import { createDb } from '@archway/db/client'
import { saveAnswer } from '../exams/commands/save-answer'
import { memberOf } from './actors'

/**
 * A process that answers questions as fast as it can and says each answer on its output only once it was acknowledged:
 * to be killed while it does. Arguments: address of the database, sitting, session, candidate.
 */
const [url = '', attemptId = '', sessionId = '', userId = ''] = process.argv.slice(2)
const db = createDb(url, { poolSize: 4 })
const { email, name } = await db.user.findUniqueOrThrow({ where: { id: userId } })
const candidate = memberOf({ id: userId, email, name })
for (let revision = 1; revision <= 100; revision += 1) {
  await Promise.all(
    [1, 2, 3, 4].map(async (position) => {
      const input = {
        attemptId,
        sessionId,
        position,
        revision,
        answer: null,
        isFlagged: revision % 2 === 1,
      }
      const { status } = await saveAnswer({ db }, candidate, input)
      if (status === 'saved') process.stdout.write(`${position} ${revision}\n`)
    }),
  )
}
