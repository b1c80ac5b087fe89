import type { Member } from '../shared/actor'
import { can } from '../shared/permissions'
import { enforce } from '../shared/policy-result'
import { router } from '../trpc/init'
import { memberProcedure, staffProcedure } from '../trpc/procedures'
import { openStripePages, refreshAccount, startOnboarding } from './commands/connect-account'
import { retryPayout } from './commands/retry-payouts'
import { reversePayout } from './commands/reverse-payout'
import { runPayouts } from './commands/run-payouts'
import { canSeePayouts } from './policy'
import { listAccounts } from './reads/account'
import { getPayoutPlan } from './reads/payout-plan'
import { listPayoutCommands, listPayouts, requirePayout } from './reads/payouts'
import { listTaxTotals } from './reads/tax-totals'
import {
  payoutInput,
  payoutsInput,
  providerAccountInput,
  reversePayoutInput,
  runPayoutsInput,
  taxTotalsInput,
} from './schema'

/** Whose payouts somebody sees: everybody's (null), or those of their own providers. */
const visibleProviders = (actor: Member): readonly string[] | null =>
  can(actor, 'payout.read') ? null : actor.providerIds

const read = staffProcedure('payout.read')
const send = staffProcedure('payout.send')

/** What providers are paid, and the accounts that it goes to. */
export const payoutsRouter = router({
  list: memberProcedure.input(payoutsInput).query(({ ctx, input }) => {
    const { db, livemode } = ctx.deps
    return listPayouts(db, livemode, visibleProviders(ctx.actor), input)
  }),
  get: memberProcedure.input(payoutInput).query(async ({ ctx, input }) => {
    const payout = await requirePayout(ctx.deps.db, input.payoutId)
    enforce(canSeePayouts(ctx.actor, payout.providerId))
    return payout
  }),
  taxTotals: memberProcedure.input(taxTotalsInput).query(({ ctx, input }) => {
    const { db, livemode } = ctx.deps
    return listTaxTotals(db, livemode, visibleProviders(ctx.actor), input.year)
  }),
  accounts: memberProcedure.query(({ ctx }) => {
    const { db, livemode } = ctx.deps
    return listAccounts(db, livemode, ctx.actor.providerIds, ctx.actor.userId)
  }),
  startOnboarding: memberProcedure
    .input(providerAccountInput)
    .mutation(({ ctx, input }) => startOnboarding(ctx.deps, ctx.actor, input)),
  refreshAccount: memberProcedure
    .input(providerAccountInput)
    .mutation(({ ctx, input }) => refreshAccount(ctx.deps, ctx.actor, input)),
  openStripePages: memberProcedure
    .input(providerAccountInput)
    .mutation(({ ctx, input }) => openStripePages(ctx.deps, ctx.actor, input)),
  adminPlan: read.query(({ ctx }) => {
    const { db, livemode, clock } = ctx.deps
    return getPayoutPlan(db, livemode, null, clock.now())
  }),
  adminCommands: read
    .input(payoutInput)
    .query(({ ctx, input }) => listPayoutCommands(ctx.deps.db, input.payoutId)),
  adminRun: send
    .input(runPayoutsInput)
    .mutation(({ ctx, input }) => runPayouts(ctx.deps, ctx.actor, input.providerIds)),
  adminRetry: send
    .input(payoutInput)
    .mutation(({ ctx, input }) => retryPayout(ctx.deps, ctx.actor, input)),
  adminReverse: send
    .input(reversePayoutInput)
    .mutation(({ ctx, input }) => reversePayout(ctx.deps, ctx.actor, input)),
})
