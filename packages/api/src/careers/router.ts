import { z } from 'zod'
import { notFound } from '../shared/errors'
import { router } from '../trpc/init'
import { publicProcedure, staffProcedure } from '../trpc/procedures'
import { createGuide } from './commands/create-guide'
import { publishGuide, retireGuide } from './commands/guide-state'
import { createFact, updateFact } from './commands/save-fact'
import { updateGuide } from './commands/update-guide'
import { updateSection } from './commands/update-section'
import { getGuideBySlug } from './reads/get-guide'
import { listFactsForStaff } from './reads/list-facts'
import { listGuides, listGuidesForStaff } from './reads/list-guides'
import { requireGuideForStaff } from './reads/require-guide-for-staff'
import {
  createGuideInput,
  guideSlugInput,
  guideStateInput,
  guideVersionResult,
  publishGuideInput,
  updateGuideInput,
  updateSectionInput,
} from './schema/editing'
import {
  adminFact,
  createFactInput,
  factVersionResult,
  listFactsInput,
  updateFactInput,
} from './schema/facts'
import { adminGuide, adminGuideRow, guidePage, guideSummary } from './schema/guide'

const editor = staffProcedure('guide.edit')

export const careersRouter = router({
  list: publicProcedure
    .output(z.array(guideSummary))
    .query(({ ctx: { deps } }) => listGuides(deps.db, deps.clock.now())),
  get: publicProcedure
    .input(guideSlugInput)
    .output(guidePage)
    .query(async ({ ctx: { deps }, input }) => {
      const guide = await getGuideBySlug(deps.db, input.slug)
      if (!guide) throw notFound('guide')
      return guide
    }),
  adminList: editor
    .output(z.array(adminGuideRow))
    .query(({ ctx: { deps } }) => listGuidesForStaff(deps.db, deps.clock.now())),
  adminGet: editor
    .input(guideSlugInput)
    .output(adminGuide)
    .query(({ ctx: { deps }, input }) => requireGuideForStaff(deps.db, input.slug)),
  adminFacts: editor
    .input(listFactsInput)
    .output(z.array(adminFact))
    .query(({ ctx: { deps }, input }) => listFactsForStaff(deps.db, input, deps.clock.now())),
  create: editor
    .input(createGuideInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => createGuide(ctx.deps, ctx.actor, input)),
  update: editor
    .input(updateGuideInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => updateGuide(ctx.deps, ctx.actor, input)),
  updateSection: editor
    .input(updateSectionInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => updateSection(ctx.deps, ctx.actor, input)),
  createFact: editor
    .input(createFactInput)
    .output(factVersionResult)
    .mutation(({ ctx, input }) => createFact(ctx.deps, ctx.actor, input)),
  updateFact: editor
    .input(updateFactInput)
    .output(factVersionResult)
    .mutation(({ ctx, input }) => updateFact(ctx.deps, ctx.actor, input)),
  publish: editor
    .input(publishGuideInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => publishGuide(ctx.deps, ctx.actor, input)),
  retire: editor
    .input(guideStateInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => retireGuide(ctx.deps, ctx.actor, input)),
})
