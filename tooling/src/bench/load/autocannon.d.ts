/** The part of autocannon 8 that is used here; it brings no types of its own. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  type Request = {
    method: 'GET' | 'POST'
    path: string
    headers?: Record<string, string>
    body?: string
  }

  type Options = {
    url: string
    connections: number
    /** Requests in all; the run ends with the last answer. */
    amount: number
    /** Seconds that an answer may take. */
    timeout: number
    /** How often it is noticed that the run is over, milliseconds. */
    sampleInt: number
    requests: (Partial<Request> & { setupRequest?: (request: Request) => Request })[]
  }

  type Result = { errors: number; non2xx: number; statusCodeStats: Record<string, unknown> }

  interface Instance extends EventEmitter, PromiseLike<Result> {
    stop(): void
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): this
  }

  export default function autocannon(options: Options): Instance
}
