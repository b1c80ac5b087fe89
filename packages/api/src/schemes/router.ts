import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { publishScheme } from './commands/publish-scheme'
import { listAdminSchemes, requireAdminScheme } from './reads/admin-schemes'
import { publishSchemeInput, schemeSlugInput } from './schema/publish'

/** The rules of certifications as staff writes them. */
export const schemesRouter = router({
  adminList: staffProcedure('scheme.read').query(({ ctx }) =>
    listAdminSchemes(ctx.deps.db, ctx.deps.clock.now()),
  ),
  adminGet: staffProcedure('scheme.read')
    .input(schemeSlugInput)
    .query(({ ctx, input }) => requireAdminScheme(ctx.deps.db, input.slug)),
  publish: staffProcedure('scheme.edit')
    .input(publishSchemeInput)
    .mutation(({ ctx, input }) => publishScheme(ctx.deps, ctx.actor, input)),
})
