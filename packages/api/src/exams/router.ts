import { z } from 'zod'
import { router } from '../trpc/init'
import { memberProcedure, staffProcedure } from '../trpc/procedures'
import { listVouchers } from './reads/vouchers'

/** The right to sit exams of ours, as it was bought. */
export const examsRouter = router({
  myVouchers: memberProcedure.query(({ ctx }) =>
    listVouchers(ctx.deps.db, { ownerId: ctx.actor.userId }, ctx.deps.clock.now()),
  ),
  adminVouchers: staffProcedure('order.read')
    .input(z.object({ orderId: z.uuid() }))
    .query(({ ctx, input }) => listVouchers(ctx.deps.db, input, ctx.deps.clock.now())),
})
