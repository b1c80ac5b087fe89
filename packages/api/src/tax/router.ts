import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { saveRate } from './commands/save-rate'
import { saveRegistration } from './commands/save-registration'
import { listTaxRates, listTaxRegistrations } from './reads/admin-tax'
import { getPlaceEvidence } from './reads/place-evidence'
import { getTaxReport } from './reads/tax-report'
import { taxRateInput, taxRegistrationInput, taxReportInput } from './schema'

/** Rates, where they are charged, and what came of it: for staff. */
export const taxRouter = router({
  adminRates: staffProcedure('tax.read').query(({ ctx }) => listTaxRates(ctx.deps.db)),

  saveRate: staffProcedure('tax.edit')
    .input(taxRateInput)
    .mutation(({ ctx, input }) => saveRate(ctx.deps, ctx.actor, input)),

  adminRegistrations: staffProcedure('tax.read').query(({ ctx }) =>
    listTaxRegistrations(ctx.deps.db),
  ),

  saveRegistration: staffProcedure('tax.edit')
    .input(taxRegistrationInput)
    .mutation(({ ctx, input }) => saveRegistration(ctx.deps, ctx.actor, input)),

  adminReport: staffProcedure('tax.read')
    .input(taxReportInput)
    .query(async ({ ctx, input }) => ({
      ...(await getTaxReport(ctx.deps.db, ctx.deps.livemode, input)),
      evidence: await getPlaceEvidence(ctx.deps.db, ctx.deps.livemode, input),
    })),
})
