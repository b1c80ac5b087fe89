import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { publishScheme } from './commands/publish-scheme'
import { listAdminSchemes, requireAdminScheme } from './reads/admin-schemes'
import { requireEvidencePack } from './reads/evidence-pack'
import { publishSchemeInput, schemeSlugInput } from './schema/publish'

/** The rules of certifications as staff writes them. */
export const schemesRouter = router({
  adminList: staffProcedure('scheme.read').query(({ ctx }) =>
    listAdminSchemes(ctx.deps.db, ctx.deps.clock.now()),
  ),
  adminGet: staffProcedure('scheme.read')
    .input(schemeSlugInput)
    .query(({ ctx, input }) => requireAdminScheme(ctx.deps.db, input.slug)),
  adminEvidence: staffProcedure('exam.read')
    .input(schemeSlugInput)
    .query(({ ctx, input }) => requireEvidencePack(ctx.deps.db, input.slug, ctx.deps.clock.now())),
  publish: staffProcedure('scheme.edit')
    .input(publishSchemeInput)
    .mutation(({ ctx, input }) => publishScheme(ctx.deps, ctx.actor, input)),
})
