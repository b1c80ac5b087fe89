import { z } from 'zod'
import { notFound } from '../shared/errors'
import { router } from '../trpc/init'
import { publicProcedure, staffProcedure } from '../trpc/procedures'
import { createGuide } from './commands/create-guide'
import { publishGuide, retireGuide } from './commands/guide-state'
import { createFact, updateFact } from './commands/save-fact'
import { updateGuide } from './commands/update-guide'
import { updateNeighbours } from './commands/update-neighbours'
import { updateOfferings } from './commands/update-offerings'
import { updateQuestions } from './commands/update-questions'
import { updateSection } from './commands/update-section'
import { updateSkills } from './commands/update-skills'
import { updateStages } from './commands/update-stages'
import { verifyFacts } from './commands/verify-facts'
import { listFactChoices } from './reads/facts'
import { getGuideBySlug } from './reads/get-guide'
import { requireGuideParts } from './reads/guide-parts'
import { listFactsForStaff, requireFactForStaff } from './reads/list-facts'
import { listGuides, listGuidesForStaff } from './reads/list-guides'
import { requireGuideForStaff } from './reads/require-guide-for-staff'
import {
  createGuideInput,
  guideSlugInput,
  guideStateInput,
  guideVersionInput,
  guideVersionResult,
  updateGuideInput,
  updateSectionInput,
} from './schema/editing'
import {
  adminFact,
  createFactInput,
  factDto,
  factKeyInput,
  factVersionResult,
  listFactsInput,
  updateFactInput,
  verifyFactsInput,
  verifyFactsResult,
} from './schema/facts'
import { adminGuide, adminGuidesInput, guidePage, guideSummary } from './schema/guide'
import {
  guideParts,
  updateNeighboursInput,
  updateOfferingsInput,
  updateQuestionsInput,
  updateSkillsInput,
  updateStagesInput,
} from './schema/parts'

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
    .input(adminGuidesInput)
    .query(({ ctx: { deps }, input }) => listGuidesForStaff(deps.db, input, deps.clock.now())),
  adminGet: editor
    .input(guideSlugInput)
    .output(adminGuide)
    .query(({ ctx: { deps }, input }) => requireGuideForStaff(deps.db, input.slug)),
  adminParts: editor
    .input(guideSlugInput)
    .output(guideParts)
    .query(({ ctx: { deps }, input }) => requireGuideParts(deps.db, input.slug)),
  adminFact: editor
    .input(factKeyInput)
    .output(adminFact)
    .query(({ ctx: { deps }, input }) => requireFactForStaff(deps.db, input.key, deps.clock.now())),
  adminFactChoices: editor
    .output(z.array(factDto))
    .query(({ ctx: { deps } }) => listFactChoices(deps.db)),
  adminFacts: editor
    .input(listFactsInput)
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
  updateNeighbours: editor
    .input(updateNeighboursInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => updateNeighbours(ctx.deps, ctx.actor, input)),
  updateStages: editor
    .input(updateStagesInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => updateStages(ctx.deps, ctx.actor, input)),
  updateSkills: editor
    .input(updateSkillsInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => updateSkills(ctx.deps, ctx.actor, input)),
  updateQuestions: editor
    .input(updateQuestionsInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => updateQuestions(ctx.deps, ctx.actor, input)),
  updateOfferings: editor
    .input(updateOfferingsInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => updateOfferings(ctx.deps, ctx.actor, input)),
  createFact: editor
    .input(createFactInput)
    .output(factVersionResult)
    .mutation(({ ctx, input }) => createFact(ctx.deps, ctx.actor, input)),
  updateFact: editor
    .input(updateFactInput)
    .output(factVersionResult)
    .mutation(({ ctx, input }) => updateFact(ctx.deps, ctx.actor, input)),
  verifyFacts: editor
    .input(verifyFactsInput)
    .output(verifyFactsResult)
    .mutation(({ ctx, input }) => verifyFacts(ctx.deps, ctx.actor, input)),
  publish: editor
    .input(guideVersionInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => publishGuide(ctx.deps, ctx.actor, input)),
  retire: editor
    .input(guideStateInput)
    .output(guideVersionResult)
    .mutation(({ ctx, input }) => retireGuide(ctx.deps, ctx.actor, input)),
})
