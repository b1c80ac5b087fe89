import { randomUUID } from 'node:crypto'

/** What came back: the HTTP status, the data of an answer or the reason of a refusal, and all of it as text. */
export type Reply = { status: number; data: unknown; reason: string; text: string }

export type Session = { attemptId: string; sessionId: string }

/** Somebody with a cookie who sends whatever they like. */
export type Cheater = {
  userId: string
  email: string
  fetch: (path: string, init?: RequestInit) => Promise<Response>
  mutate: (procedure: string, input: unknown) => Promise<Reply>
  query: (procedure: string, input: unknown) => Promise<Reply>
}

const parse = (text: string): { data: unknown; reason: string } => {
  try {
    const body = JSON.parse(text)
    return { data: body?.result?.data?.json, reason: body?.error?.json?.message ?? '' }
  } catch {
    return { data: undefined, reason: '' }
  }
}

/** A client of the real HTTP API, with no browser in between that would keep to the rules. */
export function createCheater(options: {
  url: string
  cookie: string
  address: string
  userId: string
  email: string
}): Cheater {
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${options.url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: {
        origin: options.url,
        cookie: options.cookie,
        'x-forwarded-for': options.address,
        ...init.headers,
      },
      signal: AbortSignal.timeout(30_000),
    })
  const reply = async (response: Response): Promise<Reply> => {
    const text = await response.text()
    return { status: response.status, text, ...parse(text) }
  }
  return {
    userId: options.userId,
    email: options.email,
    fetch: send,
    mutate: async (procedure, input) =>
      await reply(
        await send(`/api/trpc/${procedure}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ json: input }),
        }),
      ),
    query: async (procedure, input) =>
      await reply(
        await send(
          `/api/trpc/${procedure}?${new URLSearchParams({ input: JSON.stringify({ json: input }) })}`,
        ),
      ),
  }
}

/** A sitting that a cheater has begun, with the questions as they were sent. */
export type Sitting = Session & {
  items: { position: number; content: { kind: string; options?: { id: string }[] } }[]
  save: (input: object) => Promise<Reply>
}

/** Starts the exam honestly and opens its first questions. */
export async function beginSitting(cheater: Cheater, slug: string, open = 12): Promise<Sitting> {
  const sessionId = randomUUID()
  const { data } = await cheater.query('exams.prepare', { slug })
  const { agreement } = data as { agreement: { hash: string } }
  const started = await cheater.mutate('exams.start', {
    slug,
    sessionId,
    name: 'Carl Cheater',
    agreementHash: agreement.hash,
  })
  if (started.status !== 200) throw new Error(`${cheater.email} could not start: ${started.text}`)
  const { attemptId } = started.data as { attemptId: string }
  const session = { attemptId, sessionId }
  const items: Sitting['items'] = []
  for (let position = 1; position <= open; position++) {
    const opened = await cheater.mutate('exams.openItem', { ...session, position })
    items.push(opened.data as Sitting['items'][number])
  }
  const blank = { position: 1, revision: 1, answer: null, isFlagged: false }
  return {
    ...session,
    items,
    save: (input) => cheater.mutate('exams.saveAnswer', { ...session, ...blank, ...input }),
  }
}
