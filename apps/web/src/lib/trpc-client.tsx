'use client'

import type { AppRouter } from '@archway/api/trpc/root'
import { hashKey, QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'

const context = createTRPCContext<AppRouter>()

/** The typed procedures for `useQuery` and `useMutation`. */
export const useApi = context.useTRPC

/** A query's place in the cache. Its inputs hold what JSON cannot, such as amounts as bigint. */
const queryKeyHashFn = (key: QueryKey) => hashKey([superjson.stringify(key)])

/** Goes around what fetches in the browser: search as you type, tables, the lesson player. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { staleTime: 30_000, retry: 1, queryKeyHashFn } },
      }),
  )
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [httpBatchLink({ url: '/api/trpc', transformer: superjson })],
    }),
  )
  return (
    <QueryClientProvider client={queries}>
      <context.TRPCProvider trpcClient={client} queryClient={queries}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  )
}
