import { z } from 'zod'
import { router } from '../trpc/init'
import { publicProcedure, staffProcedure } from '../trpc/procedures'
import { addMember, createProvider, deleteProvider, removeMember, updateProvider } from './commands'
import { listAdminProviders, requireAdminProvider } from './reads/admin-providers'
import { getProviderBySlug, listProviders } from './reads/providers'
import {
  addMemberInput,
  adminProvidersInput,
  createProviderInput,
  listProvidersInput,
  providerInput,
  providerPage,
  removeMemberInput,
  updateProviderInput,
} from './schema'

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
