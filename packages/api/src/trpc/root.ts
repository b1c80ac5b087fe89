import { accountsRouter } from '../accounts/router'
import { careersRouter } from '../careers/router'
import { enrolmentsRouter } from '../enrolments/router'
import { learningRouter } from '../learning/router'
import { createCallerFactory, router } from './init'

/** Every procedure of the product, by domain. */
export const appRouter = router({
  accounts: accountsRouter,
  careers: careersRouter,
  enrolments: enrolmentsRouter,
  learning: learningRouter,
})

export type AppRouter = typeof appRouter

/** Calls procedures without HTTP: for server components, server actions and tests. */
export const createCaller = createCallerFactory(appRouter)
