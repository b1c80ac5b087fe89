import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { createBundle } from './commands/create-bundle'
import { setBundleStatus } from './commands/set-bundle-status'
import { updateBundle } from './commands/update-bundle'
import { listAdminBundles, requireAdminBundle } from './reads/admin-bundles'
import { previewSplit } from './reads/preview-split'
import {
  adminBundlesInput,
  bundleInput,
  createBundleInput,
  previewSplitInput,
  setBundleStatusInput,
  updateBundleInput,
} from './schema'

const read = staffProcedure('offering.read')
const edit = staffProcedure('offering.edit')

/** Bundles as staff makes them. Buyers meet them on their pages and in the quote of their cart. */
export const bundlesRouter = router({
  adminList: read
    .input(adminBundlesInput)
    .query(({ ctx, input }) => listAdminBundles(ctx.deps.db, input)),
  adminGet: read
    .input(bundleInput)
    .query(({ ctx, input }) => requireAdminBundle(ctx.deps.db, input.bundleId)),
  adminPreviewSplit: read
    .input(previewSplitInput)
    .query(({ ctx, input }) => previewSplit(ctx.deps.db, input)),
  create: edit
    .input(createBundleInput)
    .mutation(({ ctx, input }) => createBundle(ctx.deps, ctx.actor, input)),
  update: edit
    .input(updateBundleInput)
    .mutation(({ ctx, input }) => updateBundle(ctx.deps, ctx.actor, input)),
  setStatus: staffProcedure('offering.publish')
    .input(setBundleStatusInput)
    .mutation(({ ctx, input }) => setBundleStatus(ctx.deps, ctx.actor, input)),
})
