import { router } from '../trpc/init'
import { memberProcedure, publicProcedure, staffProcedure } from '../trpc/procedures'
import { makeGiftLink, resendGift, updateGift } from './commands/change-gift'
import { claimGift } from './commands/claim-gift'
import { listAdminGifts, requireAdminGift } from './reads/admin-gifts'
import { getGiftOffer, listMyGifts, requireGift } from './reads/gifts'
import {
  adminGiftInput,
  adminGiftsInput,
  giftInput,
  giftLinkOutput,
  giftTokenInput,
  sendGiftInput,
  updateGiftInput,
} from './schema'

/** Gifts: what their buyer does with them, and how they are claimed. */
export const giftsRouter = router({
  mine: memberProcedure.query(({ ctx }) => listMyGifts(ctx.deps.db, ctx.actor.userId)),
  get: memberProcedure
    .input(giftInput)
    .query(({ ctx, input }) => requireGift(ctx.deps.db, ctx.actor, input.giftId)),
  update: memberProcedure
    .input(updateGiftInput)
    .mutation(({ ctx, input }) => updateGift(ctx.deps, ctx.actor, input)),
  send: memberProcedure
    .input(sendGiftInput)
    .mutation(({ ctx, input }) => resendGift(ctx.deps, ctx.actor, input)),
  makeLink: memberProcedure
    .input(giftInput)
    .output(giftLinkOutput)
    .mutation(({ ctx, input }) => makeGiftLink(ctx.deps, ctx.actor, input)),
  offer: publicProcedure
    .input(giftTokenInput)
    .query(({ ctx, input }) =>
      getGiftOffer(ctx.deps.db, ctx.actor, input.token, ctx.deps.clock.now()),
    ),
  claim: memberProcedure
    .input(giftTokenInput)
    .mutation(({ ctx, input }) => claimGift(ctx.deps, ctx.actor, input)),

  adminList: staffProcedure('gift.read')
    .input(adminGiftsInput)
    .query(({ ctx, input }) => listAdminGifts(ctx.deps.db, input)),
  adminGet: staffProcedure('gift.read')
    .input(giftInput.pick({ giftId: true }))
    .query(({ ctx, input }) => requireAdminGift(ctx.deps.db, ctx.actor, input.giftId)),
  adminSend: staffProcedure('gift.edit')
    .input(adminGiftInput)
    .mutation(({ ctx, input }) => resendGift(ctx.deps, ctx.actor, input)),
})
