import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { listBarredExams } from './reads/barred-exams'
import { listItems } from './reads/item-list'
import { previewItem, tryAnswer } from './reads/preview'
import { itemAnswer } from './schema/answer'
import { itemListInput, previewInput } from './schema/list'

/** The bank of exam items, for the exam board. */
export const bankRouter = router({
  list: staffProcedure('item.read')
    .input(itemListInput)
    .query(async ({ ctx, input }) =>
      listItems(ctx.deps.db, input, await listBarredExams(ctx.deps.db, ctx.actor)),
    ),
  preview: staffProcedure('item.read')
    .input(previewInput)
    .query(({ ctx, input }) => previewItem(ctx.deps.db, ctx.actor, input)),
  tryAnswer: staffProcedure('item.read')
    .input(previewInput.extend({ answer: itemAnswer.nullable() }))
    .query(({ ctx, input }) => tryAnswer(ctx.deps, ctx.actor, input)),
})
