import type { AppRouter } from '@archway/api/trpc/root'
import type { inferRouterOutputs } from '@trpc/server'

/** What each procedure answers, by domain and verb. */
export type AdminOutput = inferRouterOutputs<AppRouter>
