import { z } from 'zod'
import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { createItem } from './commands/create-item'
import { importItems, previewImport } from './commands/import-items'
import { openVersion } from './commands/open-version'
import { reviewItem } from './commands/review-item'
import { setEnemies } from './commands/set-enemies'
import { setItemState, submitItem } from './commands/set-state'
import { writeVersion } from './commands/write-version'
import { listBarredExams } from './reads/barred-exams'
import { listBlueprints } from './reads/blueprint'
import { countCoverage } from './reads/coverage'
import { requireItem } from './reads/item'
import { listItems } from './reads/item-list'
import { previewItem, tryAnswer } from './reads/preview'
import { listWaiting } from './reads/review-queue'
import { listWriters } from './reads/writers'
import { itemAnswer } from './schema/answer'
import { readFileInput } from './schema/exchange'
import { itemListInput, previewInput } from './schema/list'
import {
  createItemInput,
  itemInput,
  reviewInput,
  setEnemiesInput,
  setStateInput,
  versionInput,
  writeVersionInput,
} from './schema/writing'

const read = staffProcedure('item.read')
const write = staffProcedure('item.write')

/** The bank of exam items, for the exam board. */
export const bankRouter = router({
  list: read
    .input(itemListInput)
    .query(async ({ ctx, input }) =>
      listItems(ctx.deps.db, input, await listBarredExams(ctx.deps.db, ctx.actor)),
    ),
  item: read
    .input(itemInput)
    .query(({ ctx, input }) => requireItem(ctx.deps.db, ctx.actor, input.itemId)),
  blueprints: read.query(({ ctx }) => listBlueprints(ctx.deps.db)),
  coverage: read
    .input(z.object({ offeringId: z.uuid() }))
    .query(({ ctx, input }) => countCoverage(ctx.deps.db, input.offeringId)),
  writers: read.query(({ ctx }) => listWriters(ctx.deps.db)),
  preview: read
    .input(previewInput)
    .query(({ ctx, input }) => previewItem(ctx.deps.db, ctx.actor, input)),
  tryAnswer: read
    .input(previewInput.extend({ answer: itemAnswer.nullable() }))
    .query(({ ctx, input }) => tryAnswer(ctx.deps, ctx.actor, input)),
  openVersion: read
    .input(versionInput)
    .mutation(({ ctx, input }) => openVersion(ctx.deps, ctx.actor, input)),
  waiting: staffProcedure('item.review').query(({ ctx }) => listWaiting(ctx.deps.db, ctx.actor)),
  create: write
    .input(createItemInput)
    .mutation(({ ctx, input }) => createItem(ctx.deps, ctx.actor, input)),
  write: write
    .input(writeVersionInput)
    .mutation(({ ctx, input }) => writeVersion(ctx.deps, ctx.actor, input)),
  submit: write
    .input(itemInput.extend({ isWithdrawn: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => submitItem(ctx.deps, ctx.actor, input)),
  review: staffProcedure('item.review')
    .input(reviewInput)
    .mutation(({ ctx, input }) => reviewItem(ctx.deps, ctx.actor, input)),
  setState: write
    .input(setStateInput)
    .mutation(({ ctx, input }) => setItemState(ctx.deps, ctx.actor, input)),
  setEnemies: write
    .input(setEnemiesInput)
    .mutation(({ ctx, input }) => setEnemies(ctx.deps, ctx.actor, input)),
  previewImport: write
    .input(readFileInput)
    .mutation(({ ctx, input }) => previewImport(ctx.deps, ctx.actor, input)),
  import: write
    .input(readFileInput)
    .mutation(({ ctx, input }) => importItems(ctx.deps, ctx.actor, input)),
})
