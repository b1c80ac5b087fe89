import { z } from 'zod'

/** What a call came to: an answer, a refusal with its reason, or nothing (the site was away). */
export type Answer =
  | { kind: 'answer'; data: unknown }
  | { kind: 'refusal' | 'silence'; reason: string }

export type Caller = (procedure: string, input: unknown) => Promise<Answer>

const answerSchema = z.object({ result: z.object({ data: z.object({ json: z.unknown() }) }) })
const refusalSchema = z.object({ error: z.object({ json: z.object({ message: z.string() }) }) })

const patienceMs = 15_000

/**
 * Calls commands of the product over HTTP as somebody who is signed in. Nothing that goes wrong on the
 * way is thrown: a person sees a broken page, too, and tries again.
 */
export const createCaller =
  (options: { url: string; cookie: string; address: string }): Caller =>
  async (procedure, input) => {
    try {
      const response = await fetch(`${options.url}/api/trpc/${procedure}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: options.url,
          cookie: options.cookie,
          'x-forwarded-for': options.address,
        },
        body: JSON.stringify({ json: input }),
        signal: AbortSignal.timeout(patienceMs),
      })
      const body: unknown = await response.json()
      if (response.ok) return { kind: 'answer', data: answerSchema.parse(body).result.data.json }
      const reason = refusalSchema.parse(body).error.json.message
      return { kind: response.status >= 500 ? 'silence' : 'refusal', reason }
    } catch (error) {
      return { kind: 'silence', reason: error instanceof Error ? error.name : String(error) }
    }
  }
