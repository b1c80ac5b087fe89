import { z } from 'zod'
import { router } from '../../trpc/init'
import { publicProcedure } from '../../trpc/procedures'
import { importsRouter } from '../import/router'
import { getLessonPreview } from '../reads/get-lesson-preview'
import { getOfferingBySlug } from '../reads/get-offering'
import { searchOfferings } from '../reads/search-offerings'
import { suggest } from '../reads/suggest'
import { listTopics } from '../reads/topics'
import { catalogQuery } from '../schema/query'
import {
  lessonPreview,
  offeringPage,
  searchResult,
  suggestInput,
  suggestion,
  topicSummary,
} from '../schema/search'
import { contentRouter } from './content-router'
import { editingProcedures } from './editing-procedures'
import { priceRegionsRouter } from './price-regions'

const slugInput = z.object({ slug: z.string().max(120) })

/** The catalogue: what everybody reads, and what staff and providers do with it. */
export const catalogRouter = router({
  search: publicProcedure
    .input(catalogQuery)
    .output(searchResult)
    .query(({ ctx, input }) => searchOfferings(ctx.deps.db, input)),
  suggest: publicProcedure
    .input(suggestInput)
    .output(z.array(suggestion))
    .query(({ ctx, input }) => suggest(ctx.deps.db, input.q)),
  getBySlug: publicProcedure
    .input(slugInput)
    .output(offeringPage.nullable())
    .query(({ ctx, input }) => getOfferingBySlug(ctx.deps.db, input.slug)),
  lessonPreview: publicProcedure
    .input(slugInput.extend({ lessonKey: z.string().max(120) }))
    .output(lessonPreview.nullable())
    .query(({ ctx, input }) => getLessonPreview(ctx.deps.db, input.slug, input.lessonKey)),
  topics: publicProcedure.output(z.array(topicSummary)).query(({ ctx }) => listTopics(ctx.deps.db)),
  ...editingProcedures,
  content: contentRouter,
  priceRegions: priceRegionsRouter,
  imports: importsRouter,
})
