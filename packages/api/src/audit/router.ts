import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { deleteView, recordExport, saveView } from './commands'
import { listAuditEntries, listAuditKinds, listSavedViews, requireAuditEntry } from './reads'
import {
  auditEntryInput,
  auditListInput,
  deleteViewInput,
  recordExportInput,
  savedViewsInput,
  saveViewInput,
} from './schema'

const done = { ok: true } as const

/** What staff did, and the views of tables that they keep. */
export const auditRouter = router({
  adminList: staffProcedure('audit.read')
    .input(auditListInput)
    .query(({ ctx, input }) => listAuditEntries(ctx.deps.db, input)),
  adminGet: staffProcedure('audit.read')
    .input(auditEntryInput)
    .query(({ ctx, input }) => requireAuditEntry(ctx.deps.db, input.id)),
  adminKinds: staffProcedure('audit.read').query(({ ctx }) => listAuditKinds(ctx.deps.db)),
  recordExport: staffProcedure('dashboard.view')
    .input(recordExportInput)
    .mutation(async ({ ctx, input }) => {
      await recordExport(ctx.deps, ctx.actor, input)
      return done
    }),
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
