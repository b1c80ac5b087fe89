import { describe, expect, it } from 'vitest'
import { acknowledge, enqueue, parseQueue, type Unsaved } from './queue'

const change = (position: number, revision: number): Unsaved => ({
  position,
  revision,
  answer: { kind: 'numeric', value: revision },
  isFlagged: false,
})

describe('15 answers that wait while there is no connection', () => {
  it('are the newest of each question, in the order of their change', () => {
    const queue = [change(1, 1), change(2, 1), change(1, 2)].reduce<Unsaved[]>(enqueue, [])
    expect(queue).toEqual([change(2, 1), change(1, 2)])
  })

  it('leave when they are acknowledged, unless a newer one was made meanwhile', () => {
    expect(acknowledge([change(1, 2), change(2, 5)], change(1, 2))).toEqual([change(2, 5)])
    expect(acknowledge([change(1, 3)], change(1, 2))).toEqual([change(1, 3)])
  })

  it('are read back as they were kept, and nonsense is nothing', () => {
    expect(parseQueue(JSON.stringify([change(1, 1)]))).toEqual([change(1, 1)])
    for (const text of [null, '', '{', '{}', '[{"position":0}]'])
      expect(parseQueue(text)).toEqual([])
  })
})
