import { type ItemAnswer, itemAnswer } from '@archway/api/bank/schema/answer'
import { z } from 'zod'

/** An answer that the server has not acknowledged yet. */
export type Unsaved = {
  position: number
  revision: number
  answer: ItemAnswer | null
  isFlagged: boolean
}

const stored = z.array(
  z.object({
    position: z.int().min(1),
    revision: z.int().min(1),
    answer: itemAnswer.nullable(),
    isFlagged: z.boolean(),
  }),
)

/** Of each question the newest answer waits, in the order in which they were changed. Pure. */
export const enqueue = (queue: readonly Unsaved[], change: Unsaved): Unsaved[] => [
  ...queue.filter(({ position }) => position !== change.position),
  change,
]

/** Takes out what was acknowledged; a newer answer to the same question goes on waiting. Pure. */
export const acknowledge = (
  queue: readonly Unsaved[],
  { position, revision }: Pick<Unsaved, 'position' | 'revision'>,
): Unsaved[] => queue.filter((entry) => entry.position !== position || entry.revision > revision)

/** The queue as this browser kept it; what is not one is none. Pure. */
export function parseQueue(text: string | null): Unsaved[] {
  try {
    const parsed = stored.safeParse(JSON.parse(text ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

const key = (attemptId: string) => `exam-unsaved:${attemptId}`

export const readQueue = (attemptId: string): Unsaved[] =>
  parseQueue(window.localStorage.getItem(key(attemptId)))

/** Keeps the queue over a reload, a crash of the browser and a computer that is switched off. */
export function keepQueue(attemptId: string, queue: readonly Unsaved[]): void {
  if (queue.length === 0) window.localStorage.removeItem(key(attemptId))
  else window.localStorage.setItem(key(attemptId), JSON.stringify(queue))
}
