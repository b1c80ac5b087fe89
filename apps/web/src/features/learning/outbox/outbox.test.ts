import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Outbox, outboxOf } from './outbox'

/** The browser's parts that the outbox stands on, with a connection that can be cut. */
function browser() {
  const stored = new Map<string, string>()
  const handlers = new Map<string, () => void>()
  const sent: { path: string; input: { requestId?: string } }[] = []
  let answer: () => Promise<Response> = async () =>
    Response.json({ result: { data: { json: {} } } })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
  vi.stubGlobal('addEventListener', (name: string, handler: () => void) => {
    handlers.set(name, handler)
  })
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('fetch', async (path: string, init: { body: string }) => {
    const response = await answer()
    sent.push({ path, input: JSON.parse(init.body).json })
    return response
  })
  return {
    stored,
    sent,
    answers: (next: () => Promise<Response>) => {
      answer = next
    },
    isBack: () => handlers.get('online')?.(),
  }
}

const ok = (json: object) => async () => Response.json({ result: { data: { json } } })
const lost = async (): Promise<Response> => {
  throw new TypeError('no connection')
}
const refusal = (status: number, reason: string) => async () =>
  Response.json({ error: { json: { data: { reason } } } }, { status })

const enrolmentId = 'course'
const done = (lessonKey: string) => ({ enrolmentId, lessonKey })

let world: ReturnType<typeof browser>
let users = 0
let outbox: Outbox
beforeEach(() => {
  vi.useFakeTimers()
  world = browser()
  users += 1
  outbox = outboxOf(`user-${users}`)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the outbox', () => {
  it('sends a change and says what came of it', async () => {
    world.answers(ok({ attemptId: 'attempt-1' }))
    const input = { ...done('quiz'), requestId: 'r', lessonId: 'l', answers: {} }
    expect(await outbox.send('submitQuiz', input, 'r')).toEqual({
      status: 'sent',
      attemptId: 'attempt-1',
    })
    expect(world.sent[0]?.path).toBe('/api/trpc/learning.submitQuiz')
    await vi.runAllTimersAsync()
    expect(outbox.getState()).toMatchObject({ status: 'saved', changes: [] })
    expect(world.stored.size).toBe(0)
  })

  it('keeps changes without a connection and sends them in order when it is back', async () => {
    world.answers(lost)
    expect(await outbox.send('completeLesson', done('one'))).toEqual({ status: 'waiting' })
    await outbox.send('completeLesson', done('two'))
    expect(outbox.getState()).toMatchObject({ status: 'waiting' })
    expect(outbox.getState().changes).toHaveLength(2)
    expect([...world.stored.values()].join()).toContain('"two"')
    world.answers(ok({}))
    world.isBack()
    await vi.advanceTimersByTimeAsync(10)
    expect(world.sent.map(({ input }) => input)).toEqual([done('one'), done('two')])
    expect(outbox.getState()).toMatchObject({ status: 'saved', changes: [] })
  })

  it('tries again by itself, waiting longer each time', async () => {
    world.answers(refusal(503, 'internal'))
    await outbox.send('completeLesson', done('one'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(world.sent).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1900)
    expect(world.sent).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(200)
    expect(world.sent).toHaveLength(3)
    world.answers(ok({}))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(outbox.getState().status).toBe('saved')
  })

  it('lets go of what the server refuses, says why, and goes on with the rest', async () => {
    world.answers(refusal(409, 'lesson-changed'))
    expect(await outbox.send('completeLesson', done('one'))).toEqual({
      status: 'refused',
      reason: 'lesson-changed',
    })
    world.answers(ok({}))
    expect(await outbox.send('completeLesson', done('two'))).toMatchObject({ status: 'sent' })
    expect(outbox.getState().refusal).toBe('lesson-changed')
    outbox.dismissRefusal()
    expect(outbox.getState().refusal).toBeNull()
  })

  it('waits for somebody who is signed out, and keeps one change per id', async () => {
    world.answers(refusal(401, 'sign-in-required'))
    await outbox.send('completeLesson', done('one'), 'same')
    await outbox.send('completeLesson', done('one'), 'same')
    expect(outbox.getState()).toMatchObject({ status: 'signed-out' })
    expect(outbox.getState().changes).toHaveLength(1)
  })

  it('settles a position that joined the one before it with that one', async () => {
    const position = (seconds: number) => ({
      enrolmentId,
      positions: [{ lessonKey: 'film', positionSeconds: seconds, watchedSeconds: seconds }],
    })
    const settled = [10, 20, 49].map((at) => outbox.send('saveVideoPositions', position(at)))
    expect(await Promise.all(settled)).toEqual(Array(3).fill({ status: 'sent', attemptId: null }))
    expect(world.sent.map(({ input }) => input)).toEqual([position(10), position(49)])
  })

  it('hears that another tab has sent its change', async () => {
    let getLock = () => {}
    const isFree = new Promise<void>((done) => {
      getLock = done
    })
    const locks = { request: (_: string, work: () => Promise<void>) => isFree.then(work) }
    vi.stubGlobal('navigator', { locks })
    const settled = outbox.send('completeLesson', done('one'))
    world.stored.clear()
    getLock()
    expect(await settled).toEqual({ status: 'sent', attemptId: null })
    expect(world.sent).toEqual([])
  })

  it('finds after a reload what was not sent before it', async () => {
    const key = `archway-outbox:reloaded-${users}`
    const change = { id: 'x', name: 'completeLesson', input: done('one'), attempts: 3 }
    world.stored.set(key, JSON.stringify([change]))
    outboxOf(`reloaded-${users}`)
    await vi.advanceTimersByTimeAsync(10)
    expect(world.sent.map(({ input }) => input)).toEqual([done('one')])
    expect(world.stored.has(key)).toBe(false)
  })
})
