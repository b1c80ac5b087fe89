import { router } from '../trpc/init'
import { memberProcedure, publicProcedure, staffProcedure } from '../trpc/procedures'
import { claimSeat } from './commands/claim-seat'
import { inviteToSeats } from './commands/invite-to-seats'
import { releaseSeat, resendInvitation } from './commands/manage-seat'
import { endSeatLink, makeSeatLink } from './commands/seat-link'
import { shareProgress } from './commands/share-progress'
import { requireAdminSeatPool } from './reads/admin-seat-pool'
import { listAdminSeatPools } from './reads/admin-seat-pools'
import { getSeatOffer } from './reads/seat-offer'
import { listHeldSeats, listMySeatPools, requireSeatPool } from './reads/seat-pools'
import {
  adminPoolsInput,
  adminSeatInput,
  claimSeatInput,
  inviteInput,
  inviteOutput,
  poolInput,
  seatInput,
  seatLinkOutput,
  seatTokenInput,
  shareProgressInput,
} from './schema'

/** Seats for teams: what their owner does with them, and how learners take and keep them. */
export const seatsRouter = router({
  mine: memberProcedure.query(({ ctx }) => listMySeatPools(ctx.deps.db, ctx.actor.userId)),
  get: memberProcedure
    .input(poolInput)
    .query(({ ctx, input }) => requireSeatPool(ctx.deps.db, ctx.actor, input.poolId)),
  invite: memberProcedure
    .input(inviteInput)
    .output(inviteOutput)
    .mutation(({ ctx, input }) => inviteToSeats(ctx.deps, ctx.actor, input)),
  resend: memberProcedure
    .input(seatInput)
    .mutation(({ ctx, input }) => resendInvitation(ctx.deps, ctx.actor, input)),
  release: memberProcedure
    .input(seatInput)
    .mutation(({ ctx, input }) => releaseSeat(ctx.deps, ctx.actor, input)),
  makeLink: memberProcedure
    .input(poolInput)
    .output(seatLinkOutput)
    .mutation(({ ctx, input }) => makeSeatLink(ctx.deps, ctx.actor, input)),
  endLink: memberProcedure
    .input(poolInput)
    .mutation(({ ctx, input }) => endSeatLink(ctx.deps, ctx.actor, input)),
  offer: publicProcedure
    .input(seatTokenInput)
    .query(({ ctx, input }) =>
      getSeatOffer(ctx.deps.db, ctx.actor, input.token, ctx.deps.clock.now()),
    ),
  claim: memberProcedure
    .input(claimSeatInput)
    .mutation(({ ctx, input }) => claimSeat(ctx.deps, ctx.actor, input)),
  held: memberProcedure.query(({ ctx }) => listHeldSeats(ctx.deps.db, ctx.actor.userId)),
  shareProgress: memberProcedure
    .input(shareProgressInput)
    .mutation(({ ctx, input }) => shareProgress(ctx.deps, ctx.actor, input)),

  adminList: staffProcedure('seat.read')
    .input(adminPoolsInput)
    .query(({ ctx, input }) => listAdminSeatPools(ctx.deps.db, input)),
  adminGet: staffProcedure('seat.read')
    .input(poolInput)
    .query(({ ctx, input }) => requireAdminSeatPool(ctx.deps.db, ctx.actor, input.poolId)),
  adminResend: staffProcedure('seat.edit')
    .input(adminSeatInput)
    .mutation(({ ctx, input }) => resendInvitation(ctx.deps, ctx.actor, input)),
  adminRelease: staffProcedure('seat.edit')
    .input(adminSeatInput)
    .mutation(({ ctx, input }) => releaseSeat(ctx.deps, ctx.actor, input)),
})
