import { createCallerFactory, router } from './init'

/** Every procedure of the product, by domain. */
export const appRouter = router({})

export type AppRouter = typeof appRouter

/** Calls procedures without HTTP: for server components, server actions and tests. */
export const createCaller = createCallerFactory(appRouter)
