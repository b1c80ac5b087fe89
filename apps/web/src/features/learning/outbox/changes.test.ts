import { describe, expect, it } from 'vitest'
import { backoffMs, type Change, enqueue, outcomeOf, parseQueue } from './changes'

const position = (watchedSeconds: number, lessonKey = 'watch', attempts = 0): Change => ({
  id: `${lessonKey}-${watchedSeconds}`,
  name: 'saveVideoPositions',
  input: {
    enrolmentId: 'course',
    positions: [{ lessonKey, positionSeconds: watchedSeconds, watchedSeconds }],
  },
  attempts,
})
const done: Change = {
  id: 'done',
  name: 'completeLesson',
  input: { enrolmentId: 'course', lessonKey: 'read' },
  attempts: 0,
}

describe('the queue of changes', () => {
  it('keeps their order', () => {
    expect(enqueue(enqueue([], done), position(5)).map((change) => change.id)).toEqual([
      'done',
      'watch-5',
    ])
  })

  it('lets positions travel together: the last place, the farthest point', () => {
    const queue = [position(50), position(20), position(7, 'other')].reduce<Change[]>(enqueue, [])
    expect(queue).toHaveLength(1)
    expect(queue[0]?.input).toEqual({
      enrolmentId: 'course',
      positions: [
        { lessonKey: 'watch', positionSeconds: 20, watchedSeconds: 50 },
        { lessonKey: 'other', positionSeconds: 7, watchedSeconds: 7 },
      ],
    })
  })

  it('does not touch a change that is on its way, or one of another kind', () => {
    expect(enqueue([position(5, 'watch', 1)], position(6))).toHaveLength(2)
    expect(enqueue([position(5), done], position(6))).toHaveLength(3)
  })

  it('reads back what was stored, and takes nonsense as nothing', () => {
    expect(parseQueue(JSON.stringify([done]))).toEqual([done])
    for (const stored of [null, '', '{', '{}', 'null']) expect(parseQueue(stored)).toEqual([])
  })
})

describe('what an answer means', () => {
  it('tries again only what can succeed later', () => {
    expect([null, 408, 429, 500, 503].map(outcomeOf)).toEqual(Array(5).fill('later'))
    expect([200, 207].map(outcomeOf)).toEqual(['sent', 'sent'])
    expect([400, 403, 404, 409, 412].map(outcomeOf)).toEqual(Array(5).fill('refused'))
    expect(outcomeOf(401)).toBe('signed-out')
  })

  it('waits longer each time, a minute at most', () => {
    const waits = [0, 1, 2, 3, 10, 50].map(backoffMs)
    expect(waits).toEqual([1000, 2000, 4000, 8000, 60_000, 60_000])
  })
})
