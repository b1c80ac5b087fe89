import { router } from '../../trpc/init'
import { staffProcedure } from '../../trpc/procedures'
import {
  importDetail,
  importInput,
  importIssuesInput,
  listImportsInput,
  setMappingInput,
} from '../schema/imports'
import { cancelImport, setMapping, startImport } from './commands/steer-import'
import { listImportIssues, listImports, requireImport } from './reads'

const procedure = staffProcedure('import.run')

/** Imports of outside lists. The file itself arrives by a form upload, which calls createImport. */
export const importsRouter = router({
  list: procedure
    .input(listImportsInput)
    .query(({ ctx, input }) => listImports(ctx.deps.db, input)),
  get: procedure
    .input(importInput)
    .output(importDetail)
    .query(({ ctx, input }) => requireImport(ctx.deps.db, input.importId)),
  issues: procedure
    .input(importIssuesInput)
    .query(({ ctx, input }) => listImportIssues(ctx.deps.db, input)),
  setMapping: procedure
    .input(setMappingInput)
    .mutation(({ ctx, input }) => setMapping(ctx.deps, ctx.actor, input)),
  start: procedure
    .input(importInput)
    .mutation(({ ctx, input }) => startImport(ctx.deps, ctx.actor, input)),
  cancel: procedure
    .input(importInput)
    .mutation(({ ctx, input }) => cancelImport(ctx.deps, ctx.actor, input)),
})
