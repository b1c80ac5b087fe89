import { accountsRouter } from '../accounts/router'
import { auditRouter } from '../audit/router'
import { bankRouter } from '../bank/router'
import { bundlesRouter } from '../bundles/router'
import { careersRouter } from '../careers/router'
import { cartsRouter } from '../carts/router'
import { catalogRouter } from '../catalog/router/router'
import { couponsRouter } from '../coupons/router'
import { credentialsRouter } from '../credentials/router'
import { disputesRouter } from '../disputes/router'
import { documentsRouter } from '../documents/router'
import { enrolmentsRouter } from '../enrolments/router'
import { examsRouter } from '../exams/router'
import { giftsRouter } from '../gifts/router'
import { guestsRouter } from '../guests/router'
import { integrityRouter } from '../integrity/router'
import { learningRouter } from '../learning/router'
import { ordersRouter } from '../orders/router'
import { paymentsRouter } from '../payments/router'
import { payoutsRouter } from '../payouts/router'
import { providersRouter } from '../providers/router'
import { psychometricsRouter } from '../psychometrics/router'
import { reviewsRouter } from '../reviews/router'
/** Every procedure of the product, by domain. */ import { schemesRouter } from '../schemes/router'
import { seatsRouter } from '../seats/router'
import { subscriptionsRouter } from '../subscriptions/router'
import { taxRouter } from '../tax/router'
import { walletRouter } from '../wallet/router'
import { createCallerFactory, router } from './init'

export const appRouter = router({
  accounts: accountsRouter,
  audit: auditRouter,
  bank: bankRouter,
  bundles: bundlesRouter,
  carts: cartsRouter,
  careers: careersRouter,
  catalog: catalogRouter,
  documents: documentsRouter,
  disputes: disputesRouter,
  coupons: couponsRouter,
  credentials: credentialsRouter,
  enrolments: enrolmentsRouter,
  exams: examsRouter,
  gifts: giftsRouter,
  guests: guestsRouter,
  integrity: integrityRouter,
  psychometrics: psychometricsRouter,
  orders: ordersRouter,
  payments: paymentsRouter,
  learning: learningRouter,
  payouts: payoutsRouter,
  providers: providersRouter,
  reviews: reviewsRouter,
  subscriptions: subscriptionsRouter,
  seats: seatsRouter,
  tax: taxRouter,
  schemes: schemesRouter,
  wallet: walletRouter,
})

export type AppRouter = typeof appRouter

/** Calls procedures without HTTP: for server components, server actions and tests. */
export const createCaller = createCallerFactory(appRouter)
