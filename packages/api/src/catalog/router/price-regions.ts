import { router } from '../../trpc/init'
import { staffProcedure } from '../../trpc/procedures'
import { endRegionalPrice, savePriceRegion, setRegionalPrice } from '../commands/price-regions'
import { listPriceRegions } from '../reads/price-regions'
import { priceRegionInput, regionalPriceIdInput, regionalPriceInput } from '../schema/price-regions'

/** Countries with prices of their own: for staff. */
export const priceRegionsRouter = router({
  adminList: staffProcedure('price-region.read').query(({ ctx }) =>
    listPriceRegions(ctx.deps.db, ctx.deps.clock.now()),
  ),

  save: staffProcedure('price-region.edit')
    .input(priceRegionInput)
    .mutation(({ ctx, input }) => savePriceRegion(ctx.deps, ctx.actor, input)),

  setPrice: staffProcedure('price-region.edit')
    .input(regionalPriceInput)
    .mutation(({ ctx, input }) => setRegionalPrice(ctx.deps, ctx.actor, input)),

  endPrice: staffProcedure('price-region.edit')
    .input(regionalPriceIdInput)
    .mutation(({ ctx, input }) => endRegionalPrice(ctx.deps, ctx.actor, input)),
})
