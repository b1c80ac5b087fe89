import { router } from '../trpc/init'
import { memberProcedure, staffProcedure } from '../trpc/procedures'
import { listAdminVouchers } from './reads/admin-vouchers'
import { listVouchers } from './reads/vouchers'
import { adminVouchersInput } from './schema'

/** The right to sit exams of ours, as it was bought. */
export const examsRouter = router({
  myVouchers: memberProcedure.query(({ ctx }) =>
    listVouchers(ctx.deps.db, { ownerId: ctx.actor.userId }, ctx.deps.clock.now()),
  ),
  adminVouchers: staffProcedure('order.read')
    .input(adminVouchersInput)
    .query(({ ctx, input }) => listAdminVouchers(ctx.deps.db, input, ctx.deps.clock.now())),
})
