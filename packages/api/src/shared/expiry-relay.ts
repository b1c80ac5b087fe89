import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '@redis/client'
import type { Logger } from 'pino'
import { z } from 'zod'

const stream = 'archway:expired-tags'
/** Days of editing. Who is cut off for longer than these last shows pages until their own time is up. */
const keptMessages = 10_000
/** A tag is a word with an id or a short name: it has no lines. */
const separator = '\n'
const blockMilliseconds = 5_000
const retryMilliseconds = 1_000

const answerSchema = z
  .array(z.object({ messages: z.array(z.object({ id: z.string(), message: z.unknown() })) }))
  .nullable()
const messageSchema = z.object({ from: z.string(), tags: z.string() })

/** How one instance of the site tells all others which cached pages are stale. */
export type ExpiryRelay = {
  /** Resolves when Redis has it; until then it is tried again and again. */
  publish: (tags: readonly string[]) => Promise<void>
  close: () => Promise<void>
}

/**
 * Passes expired tags between instances through a stream of Redis. `apply` gets the tags that others have
 * published, each at least once, and again until it succeeds. Nothing is lost while Redis or this
 * instance is away: reading goes on where it stopped, and a new instance begins with all that is kept.
 */
export function startExpiryRelay(options: {
  url: string
  logger: Logger
  apply: (tags: string[]) => Promise<void>
}): ExpiryRelay {
  const { url, logger, apply } = options
  const self = randomUUID()
  // Reading blocks its connection. It answers every few seconds: a silent one is broken.
  const reader = createClient({ url, socket: { socketTimeout: 4 * blockMilliseconds } })
  const writer = createClient({ url, pingInterval: 4 * blockMilliseconds })
  for (const client of [reader, writer]) {
    client.on('error', (error: unknown) => logger.warn({ err: error }, 'redis does not answer'))
  }
  let isClosed = false

  /** Does something until it succeeds or the relay is closed. */
  async function untilDone(what: string, action: () => Promise<void>): Promise<void> {
    while (!isClosed) {
      try {
        return await action()
      } catch (error) {
        if (isClosed) return
        logger.warn({ err: error }, what)
        await wait(retryMilliseconds, undefined, { ref: false })
      }
    }
  }

  async function follow(): Promise<void> {
    let cursor = '0'
    while (!isClosed) {
      await untilDone('expired tags of other instances not taken', async () => {
        const place = { key: stream, id: cursor }
        const answer = await reader.xRead(place, { BLOCK: blockMilliseconds, COUNT: 500 })
        const messages = answerSchema.parse(answer)?.[0]?.messages ?? []
        const tags = messages.flatMap(({ message }) => tagsOf(message, self))
        if (tags.length > 0) await apply([...new Set(tags)])
        cursor = messages.at(-1)?.id ?? cursor
      })
    }
  }

  void untilDone('redis does not answer', async () => {
    await Promise.all([reader.connect(), writer.connect()])
  })
  const following = follow()
  return {
    publish: (tags) =>
      untilDone('expired tags not passed on', async () => {
        const message = { from: self, tags: tags.join(separator) }
        const kept = { strategy: 'MAXLEN', strategyModifier: '~', threshold: keptMessages } as const
        await writer.xAdd(stream, '*', message, { TRIM: kept })
      }),
    close: async () => {
      isClosed = true
      reader.destroy()
      writer.destroy()
      await following
    },
  }
}

/** The tags of a message of somebody else. One that is not understood must not hold up the others. */
function tagsOf(message: unknown, self: string): string[] {
  const { data } = messageSchema.safeParse(message)
  if (!data || data.from === self) return []
  return data.tags.split(separator)
}
