import { router } from '../trpc/init'
import { staffProcedure } from '../trpc/procedures'
import { createCoupon } from './commands/create-coupon'
import { endCoupon } from './commands/end-coupon'
import { addCode, generateCodes } from './commands/generate-codes'
import { updateCoupon } from './commands/update-coupon'
import { requireAdminCoupon } from './reads/admin-coupon'
import { listAdminCoupons } from './reads/admin-coupons'
import { listRedemptions, listSingleUseCodes } from './reads/admin-redemptions'
import {
  addCodeInput,
  adminCodesInput,
  adminCouponsInput,
  adminRedemptionsInput,
  couponInput,
  createCouponInput,
  endCouponInput,
  generateCodesInput,
  updateCouponInput,
} from './schema'

const read = staffProcedure('coupon.read')
const edit = staffProcedure('coupon.edit')

/** Coupons as staff makes and follows them. Buyers meet them in the quote of their cart. */
export const couponsRouter = router({
  adminList: read
    .input(adminCouponsInput)
    .query(({ ctx, input }) => listAdminCoupons(ctx.deps.db, input, ctx.deps.clock.now())),
  adminGet: read
    .input(couponInput)
    .query(({ ctx, input }) =>
      requireAdminCoupon(ctx.deps.db, input.couponId, ctx.deps.clock.now()),
    ),
  adminRedemptions: read
    .input(adminRedemptionsInput)
    .query(({ ctx, input }) => listRedemptions(ctx.deps.db, input)),
  adminCodes: read
    .input(adminCodesInput)
    .query(({ ctx, input }) => listSingleUseCodes(ctx.deps.db, input)),
  create: edit
    .input(createCouponInput)
    .mutation(({ ctx, input }) => createCoupon(ctx.deps, ctx.actor, input)),
  update: edit
    .input(updateCouponInput)
    .mutation(({ ctx, input }) => updateCoupon(ctx.deps, ctx.actor, input)),
  end: edit
    .input(endCouponInput)
    .mutation(({ ctx, input }) => endCoupon(ctx.deps, ctx.actor, input)),
  addCode: edit
    .input(addCodeInput)
    .mutation(({ ctx, input }) => addCode(ctx.deps, ctx.actor, input)),
  generateCodes: edit
    .input(generateCodesInput)
    .mutation(({ ctx, input }) => generateCodes(ctx.deps, ctx.actor, input)),
})
