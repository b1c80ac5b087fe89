import { z } from 'zod'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { enforce } from '../../shared/policy-result'
import { router } from '../../trpc/init'
import { memberProcedure, staffProcedure } from '../../trpc/procedures'
import { createDraftFromCurrent, discardDraft } from '../commands/draft-revision'
import { publishRevision } from '../commands/publish-revision'
import { requireOffering } from '../commands/require-offering'
import { saveLesson, saveQuiz } from '../commands/save-lesson'
import { saveOutline } from '../commands/save-outline'
import { canEditContent } from '../policy'
import { getDraftRevision, getRevision, listRevisions } from '../reads/revisions'
import {
  courseInput,
  editorRevision,
  publishRevisionInput,
  revisionHistory,
  saveLessonInput,
  saveOutlineInput,
  saveQuizInput,
  seenDraftInput,
} from '../schema/content'

/** Reading content with its right answers is for those who may write it. */
async function requireWriter(deps: Deps, actor: Actor, offeringId: string): Promise<void> {
  enforce(canEditContent(actor, await requireOffering(deps.db, offeringId)))
}

/** Writing the content of courses. Files arrive by a form upload, which calls uploadMedia. */
export const contentRouter = router({
  draft: memberProcedure
    .input(courseInput)
    .output(editorRevision.nullable())
    .query(async ({ ctx, input }) => {
      await requireWriter(ctx.deps, ctx.actor, input.offeringId)
      return await getDraftRevision(ctx.deps.db, input.offeringId)
    }),
  revision: memberProcedure
    .input(courseInput.extend({ number: z.number().int().positive() }))
    .output(editorRevision.nullable())
    .query(async ({ ctx, input }) => {
      await requireWriter(ctx.deps, ctx.actor, input.offeringId)
      return await getRevision(ctx.deps.db, input.offeringId, input.number)
    }),
  history: memberProcedure
    .input(courseInput)
    .output(revisionHistory)
    .query(async ({ ctx, input }) => {
      await requireWriter(ctx.deps, ctx.actor, input.offeringId)
      return await listRevisions(ctx.deps.db, input.offeringId)
    }),
  beginDraft: memberProcedure
    .input(courseInput)
    .mutation(({ ctx, input }) => createDraftFromCurrent(ctx.deps, ctx.actor, input)),
  discardDraft: memberProcedure
    .input(seenDraftInput)
    .mutation(({ ctx, input }) => discardDraft(ctx.deps, ctx.actor, input)),
  saveOutline: memberProcedure
    .input(saveOutlineInput)
    .mutation(({ ctx, input }) => saveOutline(ctx.deps, ctx.actor, input)),
  saveLesson: memberProcedure
    .input(saveLessonInput)
    .mutation(({ ctx, input }) => saveLesson(ctx.deps, ctx.actor, input)),
  saveQuiz: memberProcedure
    .input(saveQuizInput)
    .mutation(({ ctx, input }) => saveQuiz(ctx.deps, ctx.actor, input)),
  publishRevision: staffProcedure('offering.publish')
    .input(publishRevisionInput)
    .mutation(({ ctx, input }) => publishRevision(ctx.deps, ctx.actor, input)),
})
