import type { SubmitQuizOutput } from '@archway/api/learning/schema'
import {
  backoffMs,
  type Change,
  type ChangeInputs,
  type ChangeName,
  enqueue,
  outcomeOf,
  parseQueue,
} from './changes'

/**
 * What became of a change: taken, kept for later, or refused for good (a key of `errors`). `attemptId` is
 * null for what makes no attempt, and when another tab has sent the change and heard the answer.
 */
export type Settled =
  | { status: 'sent'; attemptId: string | null }
  | { status: 'waiting' }
  | { status: 'refused'; reason: string }

export type OutboxState = {
  /** changes that are not saved yet */
  changes: readonly Change[]
  status: 'saved' | 'saving' | 'waiting' | 'signed-out'
  /** why the last refused change will not be saved */
  refusal: string | null
}

export type Outbox = {
  getState(): OutboxState
  subscribe(listener: () => void): () => void
  /** Stores the change on the device, then tries to send it. Never throws, never loses it. */
  send<Name extends ChangeName>(
    name: Name,
    input: ChangeInputs[Name],
    id?: string,
  ): Promise<Settled>
  /** Tries everything that waits at once. */
  retry(): void
  dismissRefusal(): void
}

type Answer = { status: number | null; attemptId: string | null; reason: string }

/** One procedure over HTTP, in tRPC's own shape: a client library would weigh more than the player. */
async function post(change: Change): Promise<Answer> {
  try {
    const response = await fetch(`/api/trpc/learning.${change.name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ json: change.input }),
      keepalive: true,
      signal: AbortSignal.timeout(15_000),
    })
    const body = (await response.json()) as {
      result?: { data: { json: Partial<SubmitQuizOutput> } }
      error?: { json: { data: { reason: string | null } } }
    }
    return {
      status: response.status,
      attemptId: body.result?.data.json.attemptId ?? null,
      reason: body.error?.json.data.reason ?? 'internal',
    }
  } catch {
    return { status: null, attemptId: null, reason: 'internal' }
  }
}

const initial: OutboxState = { changes: [], status: 'saved', refusal: null }
const outboxes = new Map<string, Outbox>()

/**
 * What one person has done and the server has not heard of, kept in this browser over reloads and
 * lost connections. Changes are sent one after another, in order, by one tab at a time.
 */
export function outboxOf(userId: string): Outbox {
  const known = outboxes.get(userId)
  if (known) return known
  const created = createOutbox(`archway-outbox:${userId}`)
  outboxes.set(userId, created)
  return created
}

function createOutbox(storageKey: string): Outbox {
  let state = initial
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let isAskedAgain = false
  const listeners = new Set<() => void>()
  /** by the id of the change; several wait for one that was sent twice or carries others */
  const waiting = new Map<string, ((settled: Settled) => void)[]>()

  const set = (change: Partial<OutboxState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const load = () => parseQueue(localStorage.getItem(storageKey))
  const store = (changes: Change[]) => {
    if (changes.length > 0) localStorage.setItem(storageKey, JSON.stringify(changes))
    else localStorage.removeItem(storageKey)
    set({ changes })
  }
  const settle = (id: string, settled: Settled) => {
    const resolvers = waiting.get(id) ?? []
    waiting.delete(id)
    for (const resolve of resolvers) resolve(settled)
  }
  const settleAllAsWaiting = () => {
    for (const id of [...waiting.keys()]) settle(id, { status: 'waiting' })
  }
  /** What left the queue without this tab's doing was sent by another one. */
  const settleSentElsewhere = (queue: readonly Change[]) => {
    const queued = new Set(queue.map((row) => row.id))
    for (const id of [...waiting.keys()]) {
      if (!queued.has(id)) settle(id, { status: 'sent', attemptId: null })
    }
  }

  /** Sends the first change. False: nothing more can be done now. */
  async function step(): Promise<boolean> {
    const queue = load()
    settleSentElsewhere(queue)
    const [change] = queue
    if (!change) {
      set({ changes: [], status: 'saved' })
      return false
    }
    set({ status: 'saving' })
    const tried = { ...change, attempts: change.attempts + 1 }
    store(load().map((row) => (row.id === change.id ? tried : row)))
    const answer = await post(change)
    const outcome = outcomeOf(answer.status)
    if (outcome === 'sent' || outcome === 'refused') {
      store(load().filter((row) => row.id !== change.id))
      if (outcome === 'refused') set({ refusal: answer.reason })
      settle(
        change.id,
        outcome === 'sent'
          ? { status: 'sent', attemptId: answer.attemptId }
          : { status: 'refused', reason: answer.reason },
      )
      return true
    }
    set({ status: outcome === 'signed-out' ? 'signed-out' : 'waiting' })
    settleAllAsWaiting()
    timer = setTimeout(flush, backoffMs(change.attempts))
    return false
  }

  async function drain(): Promise<void> {
    while (await step());
  }

  function flush(): void {
    if (running) {
      isAskedAgain = true
      return
    }
    isAskedAgain = false
    clearTimeout(timer)
    const work = async () => {
      if (!('locks' in navigator)) return await drain()
      await navigator.locks.request(storageKey, drain)
    }
    running = work().finally(() => {
      running = null
      // Something was added after the last look at the queue: it gets its try as well.
      if (isAskedAgain && load().length > 0) flush()
    })
  }

  const start = () => {
    set({ changes: load() })
    addEventListener('online', flush)
    addEventListener('storage', (event) => {
      if (event.key === storageKey) {
        const changes = load()
        set({ changes, ...(changes.length === 0 ? { status: 'saved' as const } : {}) })
      }
    })
    if (state.changes.length > 0) flush()
  }
  start()

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send(name, input, id = crypto.randomUUID()) {
      const change = { id, name, input, attempts: 0 } as Change
      const queue = load()
      const next = queue.some((row) => row.id === id) ? queue : enqueue(queue, change)
      store(next)
      // A change that has joined the one before it is settled with that one.
      const carrier = next.some((row) => row.id === id) ? id : (next.at(-1)?.id ?? id)
      const settled = new Promise<Settled>((resolve) => {
        waiting.set(carrier, [...(waiting.get(carrier) ?? []), resolve])
      })
      flush()
      return settled
    },
    retry: flush,
    dismissRefusal: () => set({ refusal: null }),
  }
}
