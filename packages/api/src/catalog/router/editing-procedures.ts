import { enforce } from '../../shared/policy-result'
import { memberProcedure, staffProcedure } from '../../trpc/procedures'
import { cancelPriceChange } from '../commands/apply-price-changes'
import { createOffering } from '../commands/create-offering'
import {
  publishOffering,
  restoreOffering,
  retireOffering,
  returnToDraft,
  scheduleOffering,
  submitOffering,
} from '../commands/offering-steps'
import { requireOffering } from '../commands/require-offering'
import { schedulePriceChange } from '../commands/schedule-price'
import { createSkill, savePerson, saveTopic } from '../commands/shared-nouns'
import { updateOffering } from '../commands/update-offering'
import { canReadOffering, seesEveryProvider } from '../policy'
import { requireAdminOffering } from '../reads/admin-get'
import { listAdminOfferings } from '../reads/admin-list'
import {
  lookUpCourses,
  lookUpOfferings,
  lookUpPeople,
  lookUpProviders,
  lookUpSkills,
  lookUpTopics,
} from '../reads/lookups'
import { getPriceHistory } from '../reads/price-history'
import {
  adminListInput,
  createdOutput,
  createOfferingInput,
  createSkillInput,
  lookupInput,
  lookupOutput,
  offeringIdInput,
  offeringStateOutput,
  offeringStepInput,
  retireOfferingInput,
  savePersonInput,
  saveTopicInput,
  scheduleOfferingInput,
  updateOfferingInput,
} from '../schema/editing'
import { priceChangeInput, schedulePriceInput } from '../schema/price-changes'

/**
 * Editing offerings. Who may is decided by the commands' policies, because members of a provider may
 * do for their own what staff may do for all.
 */
export const editingProcedures = {
  adminList: staffProcedure('offering.read')
    .input(adminListInput)
    .query(({ ctx, input }) => listAdminOfferings(ctx.deps.db, input)),
  myList: memberProcedure
    .input(adminListInput)
    .query(({ ctx, input }) => listAdminOfferings(ctx.deps.db, input, ctx.actor.providerIds)),
  adminGet: memberProcedure.input(offeringIdInput).query(async ({ ctx, input }) => {
    const offering = await requireOffering(ctx.deps.db, input.offeringId)
    enforce(canReadOffering(ctx.actor, offering))
    return await requireAdminOffering(ctx.deps.db, input.offeringId)
  }),
  create: memberProcedure
    .input(createOfferingInput)
    .mutation(({ ctx, input }) => createOffering(ctx.deps, ctx.actor, input)),
  update: memberProcedure
    .input(updateOfferingInput)
    .mutation(({ ctx, input }) => updateOffering(ctx.deps, ctx.actor, input)),
  submit: memberProcedure
    .input(offeringStepInput)
    .output(offeringStateOutput)
    .mutation(({ ctx, input }) => submitOffering(ctx.deps, ctx.actor, input)),
  returnToDraft: memberProcedure
    .input(offeringStepInput)
    .output(offeringStateOutput)
    .mutation(({ ctx, input }) => returnToDraft(ctx.deps, ctx.actor, input)),
  publish: staffProcedure('offering.publish')
    .input(offeringStepInput)
    .output(offeringStateOutput)
    .mutation(({ ctx, input }) => publishOffering(ctx.deps, ctx.actor, input)),
  schedule: staffProcedure('offering.publish')
    .input(scheduleOfferingInput)
    .output(offeringStateOutput)
    .mutation(({ ctx, input }) => scheduleOffering(ctx.deps, ctx.actor, input)),
  retire: staffProcedure('offering.publish')
    .input(retireOfferingInput)
    .output(offeringStateOutput)
    .mutation(({ ctx, input }) => retireOffering(ctx.deps, ctx.actor, input)),
  restore: staffProcedure('offering.publish')
    .input(offeringStepInput)
    .output(offeringStateOutput)
    .mutation(({ ctx, input }) => restoreOffering(ctx.deps, ctx.actor, input)),
  adminPrices: staffProcedure('offering.read')
    .input(offeringIdInput)
    .query(({ ctx, input }) => getPriceHistory(ctx.deps.db, input.offeringId)),
  schedulePrice: staffProcedure('offering.publish')
    .input(schedulePriceInput)
    .mutation(({ ctx, input }) => schedulePriceChange(ctx.deps, ctx.actor, input)),
  cancelPrice: staffProcedure('offering.publish')
    .input(priceChangeInput)
    .mutation(({ ctx, input }) => cancelPriceChange(ctx.deps, ctx.actor, input)),

  lookUpSkills: memberProcedure
    .input(lookupInput)
    .output(lookupOutput)
    .query(({ ctx, input }) => lookUpSkills(ctx.deps.db, input)),
  lookUpTopics: memberProcedure
    .input(lookupInput)
    .output(lookupOutput)
    .query(({ ctx, input }) => lookUpTopics(ctx.deps.db, input)),
  lookUpPeople: memberProcedure
    .input(lookupInput)
    .output(lookupOutput)
    .query(({ ctx, input }) => lookUpPeople(ctx.deps.db, input)),
  lookUpProviders: memberProcedure
    .input(lookupInput)
    .output(lookupOutput)
    .query(({ ctx, input }) =>
      lookUpProviders(
        ctx.deps.db,
        input,
        seesEveryProvider(ctx.actor) ? null : ctx.actor.providerIds,
      ),
    ),
  lookUpCourses: memberProcedure
    .input(lookupInput)
    .output(lookupOutput)
    .query(({ ctx, input }) => lookUpCourses(ctx.deps.db, input)),
  lookUpOfferings: staffProcedure('offering.read')
    .input(lookupInput)
    .output(lookupOutput)
    .query(({ ctx, input }) => lookUpOfferings(ctx.deps.db, input)),
  createSkill: staffProcedure('offering.edit')
    .input(createSkillInput)
    .output(createdOutput)
    .mutation(({ ctx, input }) => createSkill(ctx.deps, ctx.actor, input)),
  saveTopic: staffProcedure('offering.edit')
    .input(saveTopicInput)
    .output(createdOutput)
    .mutation(({ ctx, input }) => saveTopic(ctx.deps, ctx.actor, input)),
  savePerson: staffProcedure('offering.edit')
    .input(savePersonInput)
    .output(createdOutput)
    .mutation(({ ctx, input }) => savePerson(ctx.deps, ctx.actor, input)),
}
