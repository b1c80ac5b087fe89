import { refuseCandidate } from '../bank/reads/barred-exams'
import { router } from '../trpc/init'
import { memberProcedure, staffProcedure } from '../trpc/procedures'
import { createPanel } from './commands/create-panel'
import { movePanel } from './commands/move-panel'
import { rateItems } from './commands/rate-items'
import { signOffPanel } from './commands/sign-off-panel'
import { listOwnPanels, requireJudging } from './reads/judging'
import { listFormsForPanels, listPanels, requirePanel } from './reads/panels'
import { listExamStatistics, requireExamStatistics, requireItemStatistic } from './reads/statistics'
import {
  createPanelInput,
  examInput,
  itemStatisticInput,
  movePanelInput,
  panelInput,
  rateItemsInput,
} from './schema'

/** How well exams measure, and where their cut scores come from. */
export const psychometricsRouter = router({
  adminPanels: staffProcedure('panel.run').query(({ ctx }) => listPanels(ctx.deps.db)),
  adminForms: staffProcedure('panel.run').query(({ ctx }) => listFormsForPanels(ctx.deps.db)),
  adminPanel: staffProcedure('panel.run')
    .input(panelInput)
    .query(({ ctx, input }) => requirePanel(ctx.deps.db, input.panelId)),
  createPanel: staffProcedure('panel.run')
    .input(createPanelInput)
    .mutation(({ ctx, input }) => createPanel(ctx.deps, ctx.actor, input)),
  movePanel: staffProcedure('panel.run')
    .input(movePanelInput)
    .mutation(({ ctx, input }) => movePanel(ctx.deps, ctx.actor, input)),
  signOffPanel: staffProcedure('panel.run')
    .input(panelInput)
    .mutation(({ ctx, input }) => signOffPanel(ctx.deps, ctx.actor, input)),

  ownPanels: memberProcedure.query(({ ctx }) => listOwnPanels(ctx.deps.db, ctx.actor)),
  judging: memberProcedure
    .input(panelInput)
    .query(({ ctx, input }) => requireJudging(ctx.deps.db, ctx.actor, input.panelId)),
  rateItems: memberProcedure
    .input(rateItemsInput)
    .mutation(({ ctx, input }) => rateItems(ctx.deps, ctx.actor, input)),

  adminStatistics: staffProcedure('statistics.read').query(({ ctx }) =>
    listExamStatistics(ctx.deps.db),
  ),
  adminExam: staffProcedure('statistics.read')
    .input(examInput)
    .query(({ ctx, input }) => requireExamStatistics(ctx.deps.db, input.offeringId)),
  adminItem: staffProcedure('statistics.read')
    .input(itemStatisticInput)
    .query(async ({ ctx, input }) => {
      const item = await requireItemStatistic(ctx.deps.db, input.versionId)
      await refuseCandidate(ctx.deps.db, ctx.actor, item.exam.id)
      return item
    }),
})
