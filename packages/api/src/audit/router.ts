import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { deleteView, saveView } from './commands'
import { listAuditEntries, listSavedViews } from './reads'
import { auditListInput, deleteViewInput, savedViewsInput, saveViewInput } from './schema'

const done = { ok: true } as const

/** What staff did, and the views of tables that they keep. */
export const auditRouter = router({
  adminList: staffProcedure('audit.read')
    .input(auditListInput)
    .query(({ ctx, input }) => listAuditEntries(ctx.deps.db, input)),
  savedViews: staffProcedure('dashboard.view')
    .input(savedViewsInput)
    .query(({ ctx, input }) => listSavedViews(ctx.deps.db, ctx.actor, input.table)),
  saveView: staffProcedure('dashboard.view')
    .input(saveViewInput)
    .mutation(async ({ ctx, input }) => {
      await saveView(ctx.deps, ctx.actor, input)
      return done
    }),
  deleteView: staffProcedure('dashboard.view')
    .input(deleteViewInput)
    .mutation(async ({ ctx, input }) => {
      await deleteView(ctx.deps, ctx.actor, input)
      return done
    }),
})
