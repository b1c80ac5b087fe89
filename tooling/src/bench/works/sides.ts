import type { Side } from '../compare'
import { loadByCalls } from '../load/call-load'
import { type HttpRequest, loadOverHttp } from '../load/http-load'

/** Requests to a server. */
export const httpSide = (name: string, url: string, next: () => HttpRequest): Side => ({
  name,
  run: (clients, amount) => loadOverHttp({ url, clients, amount, next }),
})

/** Calls in this process; one may answer how many milliseconds of its time do not count. */
// biome-ignore lint/suspicious/noConfusingVoidType: most calls answer nothing
export const callSide = (name: string, one: () => Promise<number | void>): Side => ({
  name,
  run: (clients, amount) => loadByCalls({ clients, amount, one }),
})
