import { router } from '../trpc/init'
import { memberProcedure } from '../trpc/procedures'
import { putIntoCart } from './commands/put-into-cart'
import { removeFromCart } from './commands/remove-from-cart'
import { listCart } from './reads/cart'
import { cartOutput, putInput, removeInput } from './schema'

/** The cart of whoever is signed in. A visitor's is in their browser until then. */
export const cartsRouter = router({
  mine: memberProcedure
    .output(cartOutput)
    .query(async ({ ctx }) => ({ items: await listCart(ctx.deps.db, ctx.actor.userId) })),
  put: memberProcedure
    .input(putInput)
    .output(cartOutput)
    .mutation(({ ctx, input }) => putIntoCart(ctx.deps, ctx.actor, input)),
  remove: memberProcedure
    .input(removeInput)
    .output(cartOutput)
    .mutation(({ ctx, input }) => removeFromCart(ctx.deps, ctx.actor, input)),
})
