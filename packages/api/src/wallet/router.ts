import { listSchemeTitles } from '../schemes/reads/scheme-titles'
import { dayOf } from '../schemes/rules/calendar'
import { router } from '../trpc/init'
import { memberProcedure } from '../trpc/procedures'
import { removeHeld } from './commands/remove-held'
import { endFeed, renewFeed } from './commands/renew-feed'
import { saveHeld } from './commands/save-held'
import { listWallet } from './reads/wallet'
import { renewalCalendar } from './rules/renewal-calendar'
import { heldIdInput, heldInput } from './schema'

/** What somebody holds, of ours and of others, and when it is to be renewed. */
export const walletRouter = router({
  mine: memberProcedure.query(async ({ ctx }) => {
    const { db, clock, appUrl } = ctx.deps
    const { userId } = ctx.actor
    const [entries, choices, feed] = await Promise.all([
      listWallet(db, userId, appUrl),
      listSchemeTitles(db),
      db.renewalFeed.findUnique({ where: { userId }, select: { createdAt: true } }),
    ])
    const calendar = renewalCalendar(entries, dayOf(clock.now()))
    return { entries, calendar, choices, feedSince: feed?.createdAt ?? null }
  }),
  save: memberProcedure.input(heldInput).mutation(async ({ ctx, input }) => {
    await saveHeld(ctx.deps, ctx.actor, input)
    return { ok: true } as const
  }),
  remove: memberProcedure.input(heldIdInput).mutation(async ({ ctx, input }) => {
    await removeHeld(ctx.deps, ctx.actor, input)
    return { ok: true } as const
  }),
  renewFeed: memberProcedure.mutation(({ ctx }) => renewFeed(ctx.deps, ctx.actor)),
  endFeed: memberProcedure.mutation(async ({ ctx }) => {
    await endFeed(ctx.deps, ctx.actor)
    return { ok: true } as const
  }),
})
