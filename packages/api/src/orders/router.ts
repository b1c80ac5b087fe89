import { guardCodes } from '../coupons/commands/guard-codes'
import { adminRevokeInput } from '../enrolments/schema'
import { resyncTarget } from '../payments/commands/resync-target'
import { orderTargetKey } from '../payments/rules/event-target'
import { buyerOf } from '../shared/actor'
import { taxBuyerInput } from '../tax/schema'
import { router } from '../trpc/init'
import { memberProcedure, publicProcedure, staffProcedure } from '../trpc/procedures'
import { awaitReturn } from './commands/await-return'
import { calculateTax } from './commands/calculate-tax'
import { cancelOrder } from './commands/cancel-order'
import { identifyOrderBuyer, saveBuyer } from './commands/identify-order-buyer'
import { refundOrder } from './commands/refund-order'
import { requestRefund } from './commands/request-refund'
import { resolveReview } from './commands/resolve-review'
import { restoreGrantAndSettle } from './commands/restore-grant'
import { startCheckout } from './commands/start-checkout'
import { waiveWithdrawal } from './commands/waive-withdrawal'
import { requireAdminOrder } from './reads/admin-order'
import { listAdminOrders } from './reads/admin-orders'
import { getAttention } from './reads/attention'
import { listOrderCurrencies } from './reads/currencies'
import { listMyOrders } from './reads/my-orders'
import { requireOrderDetail } from './reads/order-detail'
import { getOverview } from './reads/overview'
import { quoteCart } from './reads/quote-cart'
import { getRefundEffect } from './reads/refund-effect'
import { requireRefundOffer } from './reads/refund-offer'
import {
  adminOrdersInput,
  awaitReturnInput,
  awaitReturnOutput,
  cancelOutput,
  cartInput,
  myOrderOutput,
  myOrdersInput,
  myOrdersOutput,
  orderIdInput,
  overviewInput,
  refundEffectInput,
  refundInput,
  refundOfferInput,
  refundOfferOutput,
  requestRefundInput,
  resolveReviewInput,
  startCheckoutInput,
  startCheckoutOutput,
  waiveWithdrawalInput,
} from './schema/order'
import { quoteOutput } from './schema/quote'

/** Buying: one's own orders, and those that staff looks after. */
export const ordersRouter = router({
  quote: publicProcedure
    .input(cartInput)
    .output(quoteOutput)
    .query(async ({ ctx, input }) => {
      const person = ctx.actor.type === 'member' ? buyerOf(ctx.actor) : null
      const buyer = await identifyOrderBuyer(ctx.deps, ctx.actor, input.buyer)
      const quoted = await guardCodes(ctx.deps, ctx.actor, input.codes, () =>
        quoteCart(ctx.deps.db, person, input, ctx.deps.clock.now(), buyer),
      )
      return await calculateTax(ctx.deps, quoted, buyer)
    }),

  saveBuyer: memberProcedure
    .input(taxBuyerInput)
    .mutation(({ ctx, input }) => saveBuyer(ctx.deps, ctx.actor, input)),

  startCheckout: memberProcedure
    .input(startCheckoutInput)
    .output(startCheckoutOutput)
    .mutation(({ ctx, input }) => startCheckout(ctx.deps, ctx.actor, input)),

  cancel: memberProcedure
    .input(orderIdInput)
    .output(cancelOutput)
    .mutation(({ ctx, input }) => cancelOrder(ctx.deps, ctx.actor, input)),

  awaitReturn: memberProcedure
    .input(awaitReturnInput)
    .output(awaitReturnOutput)
    .mutation(({ ctx, input }) => awaitReturn(ctx.deps, ctx.actor, input)),

  myOrders: memberProcedure
    .input(myOrdersInput)
    .output(myOrdersOutput)
    .query(({ ctx, input }) =>
      listMyOrders(ctx.deps.db, ctx.actor.userId, input, ctx.deps.clock.now()),
    ),

  myOrder: memberProcedure
    .input(orderIdInput)
    .output(myOrderOutput)
    .query(({ ctx, input }) =>
      requireOrderDetail(ctx.deps.db, ctx.actor.userId, input.orderId, ctx.deps.clock.now()),
    ),

  waiveWithdrawal: memberProcedure.input(waiveWithdrawalInput).mutation(async ({ ctx, input }) => {
    await waiveWithdrawal(ctx.deps, ctx.actor, input)
    return { ok: true } as const
  }),

  refundOffer: memberProcedure
    .input(refundOfferInput)
    .output(refundOfferOutput)
    .query(({ ctx, input }) =>
      requireRefundOffer(ctx.deps.db, ctx.actor, input, ctx.deps.clock.now()),
    ),

  requestRefund: memberProcedure
    .input(requestRefundInput)
    .mutation(({ ctx, input }) => requestRefund(ctx.deps, ctx.actor, input)),

  adminList: staffProcedure('order.read')
    .input(adminOrdersInput)
    .query(({ ctx, input }) => listAdminOrders(ctx.deps.db, input)),

  adminCurrencies: staffProcedure('order.read').query(({ ctx }) =>
    listOrderCurrencies(ctx.deps.db),
  ),

  adminGet: staffProcedure('order.read')
    .input(orderIdInput)
    .query(({ ctx, input }) =>
      requireAdminOrder(ctx.deps.db, ctx.actor, input.orderId, ctx.deps.clock.now()),
    ),

  adminOverview: staffProcedure('dashboard.view')
    .input(overviewInput)
    .query(({ ctx, input }) => getOverview(ctx.deps.db, ctx.actor, input, ctx.deps.clock.now())),

  adminAttention: staffProcedure('dashboard.view').query(({ ctx }) =>
    getAttention(ctx.deps.db, ctx.actor, ctx.deps.clock.now()),
  ),

  adminRefundEffect: staffProcedure('order.refund')
    .input(refundEffectInput)
    .query(({ ctx, input }) =>
      getRefundEffect(ctx.deps.db, ctx.actor, input, ctx.deps.clock.now()),
    ),

  refund: staffProcedure('order.refund')
    .input(refundInput)
    .mutation(({ ctx, input }) => refundOrder(ctx.deps, ctx.actor, input)),

  resync: staffProcedure('order.resync')
    .input(orderIdInput)
    .mutation(({ ctx, input }) => resyncTarget(ctx.deps, ctx.actor, orderTargetKey(input.orderId))),

  adminResolveReview: staffProcedure('order.refund')
    .input(resolveReviewInput)
    .mutation(({ ctx, input }) => resolveReview(ctx.deps, ctx.actor, input)),

  adminRestoreGrant: staffProcedure('enrolment.revoke')
    .input(adminRevokeInput)
    .mutation(({ ctx, input }) => restoreGrantAndSettle(ctx.deps, ctx.actor, input)),
})
