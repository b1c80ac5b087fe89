import { awaitReturn } from '../orders/commands/await-return'
import { cancelOrder } from '../orders/commands/cancel-order'
import {
  awaitReturnOutput,
  cancelOutput,
  orderIdInput,
  startCheckoutOutput,
} from '../orders/schema/order'
import { sha256 } from '../shared/hash'
import { router } from '../trpc/init'
import { memberProcedure, publicProcedure, staffProcedure } from '../trpc/procedures'
import { claimAsNew } from './commands/claim-as-new'
import { claimOrder } from './commands/claim-order'
import { requestGuestRefund } from './commands/request-guest-refund'
import { resendClaimLink, sendClaimLink } from './commands/send-claim-link'
import { startGuestCheckout } from './commands/start-guest-checkout'
import { requireClaimOffer } from './reads/claim-offer'
import { requireGuestOrder } from './reads/guest-order'
import {
  claimAsNewInput,
  claimInput,
  claimOffer,
  guestOrder,
  guestOrderInput,
  guestRefundInput,
  guestReturnInput,
  sendClaimLinkInput,
  startGuestCheckoutInput,
} from './schema'

const done = { ok: true } as const

/** Buying without an account, and getting what was bought into one. */
export const guestsRouter = router({
  startCheckout: publicProcedure
    .input(startGuestCheckoutInput)
    .output(startCheckoutOutput)
    .mutation(({ ctx, input }) => startGuestCheckout(ctx.deps, ctx.actor, input)),

  awaitReturn: publicProcedure
    .input(guestReturnInput)
    .output(awaitReturnOutput)
    .mutation(({ ctx, input: { browserToken, ...input } }) =>
      awaitReturn(ctx.deps, ctx.actor, input, sha256(browserToken)),
    ),

  order: publicProcedure
    .input(guestOrderInput)
    .output(guestOrder)
    .query(({ ctx, input: { browserToken, orderId } }) =>
      requireGuestOrder(ctx.deps.db, sha256(browserToken), orderId),
    ),

  cancel: publicProcedure
    .input(guestOrderInput)
    .output(cancelOutput)
    .mutation(({ ctx, input: { browserToken, orderId } }) =>
      cancelOrder(ctx.deps, ctx.actor, { orderId }, sha256(browserToken)),
    ),

  claimOffer: publicProcedure
    .input(claimInput)
    .output(claimOffer)
    .query(({ ctx, input }) =>
      requireClaimOffer(ctx.deps.db, ctx.actor, input.token, ctx.deps.clock.now()),
    ),

  claim: memberProcedure
    .input(claimInput)
    .mutation(({ ctx, input }) => claimOrder(ctx.deps, ctx.actor, input)),

  claimAsNew: publicProcedure
    .input(claimAsNewInput)
    .mutation(({ ctx, input }) => claimAsNew(ctx.deps, ctx.actor, input)),

  sendClaimLink: publicProcedure.input(sendClaimLinkInput).mutation(async ({ ctx, input }) => {
    await sendClaimLink(ctx.deps, ctx.actor, input)
    return done
  }),

  requestRefund: publicProcedure
    .input(guestRefundInput)
    .mutation(({ ctx, input }) => requestGuestRefund(ctx.deps, input)),

  adminResendClaimLink: staffProcedure('order.resync')
    .input(orderIdInput)
    .mutation(async ({ ctx, input }) => {
      await resendClaimLink(ctx.deps, ctx.actor, input)
      return done
    }),
})
