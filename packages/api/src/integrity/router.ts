import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { openCase } from './commands/open-case'
import { reviewCase } from './commands/review-case'
import { listCases, listFlagged, requireCase } from './reads/cases'
import { caseInput, caseListInput, openCaseInput, reviewCaseInput } from './schema'

/** What is unlikely of an honest candidate, and what people make of it. */
export const integrityRouter = router({
  adminCases: staffProcedure('integrity.review')
    .input(caseListInput)
    .query(({ ctx, input }) => listCases(ctx.deps.db, input.state)),
  adminFlagged: staffProcedure('integrity.review').query(({ ctx }) => listFlagged(ctx.deps.db)),
  adminCase: staffProcedure('integrity.review')
    .input(caseInput)
    .query(({ ctx, input }) => requireCase(ctx.deps.db, ctx.actor, input.caseId)),
  openCase: staffProcedure('integrity.review')
    .input(openCaseInput)
    .mutation(({ ctx, input }) => openCase(ctx.deps, ctx.actor, input)),
  reviewCase: staffProcedure('integrity.review')
    .input(reviewCaseInput)
    .mutation(({ ctx, input }) => reviewCase(ctx.deps, ctx.actor, input)),
})
