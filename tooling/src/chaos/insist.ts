import type { Random } from '../random'
import type { Answer, Caller } from './call'
import { pause, type Scene } from './scene'

/** A page that does not answer is asked for again, so often. */
const PATIENCE = 8

/** Calls until somebody answers: the site may be away for seconds. */
export async function insist(
  scene: Scene,
  call: Caller,
  random: Random,
  procedure: string,
  input: unknown,
): Promise<Answer> {
  let answer: Answer = { kind: 'silence', reason: 'not asked' }
  for (let round = 0; round < PATIENCE && answer.kind === 'silence'; round += 1) {
    if (round > 0) await pause(random, 200, 900)
    answer = await call(procedure, input)
    if (answer.kind !== 'answer') scene.tally.count('answers', `${procedure}: ${answer.reason}`)
  }
  return answer
}
