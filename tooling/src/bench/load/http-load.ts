import autocannon from 'autocannon'
import type { Round } from '../statistics'

export type HttpRequest = {
  method?: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

const TIMEOUT_SECONDS = 60

/**
 * Sends `amount` requests over `clients` connections, each sending its next one when it has the
 * answer to the last. Every answer must be a success: throws otherwise, because a refusal is quick.
 */
export async function loadOverHttp(options: {
  url: string
  clients: number
  amount: number
  next: () => HttpRequest
}): Promise<Round> {
  const latenciesMs: number[] = []
  const startedAt = performance.now()
  let lastAt = startedAt
  const instance = autocannon({
    url: options.url,
    connections: options.clients,
    amount: options.amount,
    timeout: TIMEOUT_SECONDS,
    sampleInt: 20,
    requests: [
      {
        setupRequest: (request) => ({ ...request, method: 'GET', headers: {}, ...options.next() }),
      },
    ],
  })
  instance.on('response', (_client, _status, _bytes, milliseconds) => {
    latenciesMs.push(milliseconds)
    lastAt = performance.now()
  })
  const deadline = setTimeout(() => instance.stop(), TIMEOUT_SECONDS * 1000)
  const result = await instance
  clearTimeout(deadline)
  if (result.errors > 0 || result.non2xx > 0 || latenciesMs.length < options.amount) {
    throw new Error(
      `${latenciesMs.length} of ${options.amount} requests were answered, ${result.errors} failed, ${result.non2xx} were refused (${Object.keys(result.statusCodeStats).join(', ')})`,
    )
  }
  return { perSecond: latenciesMs.length / ((lastAt - startedAt) / 1000), latenciesMs }
}
