import { z } from 'zod'
import type { Member } from '../shared/actor'
import { can } from '../shared/permissions'
import { enforce } from '../shared/policy-result'
import { router } from '../trpc/init'
import { memberProcedure, publicProcedure, staffProcedure } from '../trpc/procedures'
import {
  addMember,
  createProvider,
  deleteProvider,
  removeMember,
  updateProvider,
} from './commands/providers'
import { createShareRule, endShareRule } from './commands/share-rules'
import { canSeeEarnings } from './policy'
import { listAdminProviders, requireAdminProvider } from './reads/admin-providers'
import { getEarningsStatement, listEarnings } from './reads/earnings'
import { getProviderBySlug, listProviders } from './reads/providers'
import { listShareTerms } from './reads/share-rules'
import {
  addMemberInput,
  adminProvidersInput,
  createProviderInput,
  createShareRuleInput,
  earningsStatementInput,
  endShareRuleInput,
  listProvidersInput,
  providerInput,
  providerPage,
  removeMemberInput,
  updateProviderInput,
} from './schema'

/** Whose earnings somebody sees: everybody's (null), or those of their own providers. */
const visibleProviders = (actor: Member): readonly string[] | null =>
  can(actor, 'ledger.read') ? null : actor.providerIds

const edit = staffProcedure('provider.edit')

/** Who offers what is in the catalogue. */
export const providersRouter = router({
  list: publicProcedure
    .input(listProvidersInput)
    .query(({ ctx, input }) => listProviders(ctx.deps.db, input)),
  getBySlug: publicProcedure
    .input(z.object({ slug: z.string().max(120) }))
    .output(providerPage.nullable())
    .query(({ ctx, input }) => getProviderBySlug(ctx.deps.db, input.slug)),
  adminList: staffProcedure('provider.read')
    .input(adminProvidersInput)
    .query(({ ctx, input }) => listAdminProviders(ctx.deps.db, input)),
  adminGet: staffProcedure('provider.read')
    .input(providerInput)
    .query(({ ctx, input }) => requireAdminProvider(ctx.deps.db, input.providerId)),
  earnings: memberProcedure.query(({ ctx }) => {
    const { db, livemode, clock } = ctx.deps
    return listEarnings(db, livemode, visibleProviders(ctx.actor), clock.now())
  }),
  earningsStatement: memberProcedure.input(earningsStatementInput).query(({ ctx, input }) => {
    enforce(canSeeEarnings(ctx.actor, input.providerId))
    return getEarningsStatement(ctx.deps.db, ctx.deps.livemode, input)
  }),
  ownShares: memberProcedure.query(({ ctx }) =>
    listShareTerms(ctx.deps.db, ctx.actor.providerIds, ctx.deps.clock.now()),
  ),
  adminShares: staffProcedure('provider.read')
    .input(providerInput)
    .query(({ ctx, input }) =>
      listShareTerms(ctx.deps.db, [input.providerId], ctx.deps.clock.now()),
    ),
  createShareRule: staffProcedure('share.edit')
    .input(createShareRuleInput)
    .mutation(({ ctx, input }) => createShareRule(ctx.deps, ctx.actor, input)),
  endShareRule: staffProcedure('share.edit')
    .input(endShareRuleInput)
    .mutation(({ ctx, input }) => endShareRule(ctx.deps, ctx.actor, input)),
  create: edit
    .input(createProviderInput)
    .mutation(({ ctx, input }) => createProvider(ctx.deps, ctx.actor, input)),
  update: edit
    .input(updateProviderInput)
    .mutation(({ ctx, input }) => updateProvider(ctx.deps, ctx.actor, input)),
  delete: edit
    .input(providerInput)
    .mutation(({ ctx, input }) => deleteProvider(ctx.deps, ctx.actor, input)),
  addMember: edit
    .input(addMemberInput)
    .mutation(({ ctx, input }) => addMember(ctx.deps, ctx.actor, input)),
  removeMember: edit
    .input(removeMemberInput)
    .mutation(({ ctx, input }) => removeMember(ctx.deps, ctx.actor, input)),
})
