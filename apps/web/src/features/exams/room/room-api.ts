import type { AppRouter } from '@archway/api/trpc/root'
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import superjson from 'superjson'

/**
 * The procedures for the exam room, each call a request of its own: an answer never waits for another call, and
 * nothing is cached.
 */
export const roomApi = createTRPCClient<AppRouter>({
  links: [httpLink({ url: '/api/trpc', transformer: superjson })],
}).exams

/** How a call failed: it never reached the server, may work later, or was refused for good. */
export function failureOf(error: unknown): 'offline' | 'later' | 'signed-out' | 'refused' {
  const data = error instanceof TRPCClientError ? error.data : null
  if (!data) return 'offline'
  const status = Number(data.httpStatus)
  if (status === 401) return 'signed-out'
  return status === 429 || status >= 500 ? 'later' : 'refused'
}
