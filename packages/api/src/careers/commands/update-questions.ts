import type { z } from 'zod'
import type { Actor } from '../../shared/actor'
import { sanitiseHtml } from '../../shared/html'
import type { updateQuestionsInput } from '../schema/parts'
import { type EditDeps, editGuide } from './edit-guide'

/**
 * Replaces the questions of a guide with their answers. The HTML is sanitised. Throws what every edit
 * of a guide throws.
 */
export const updateQuestions = (
  deps: EditDeps,
  actor: Actor,
  { questions, ...edit }: z.infer<typeof updateQuestionsInput>,
): Promise<{ version: number }> =>
  editGuide(deps, actor, edit, 'questions', async (tx, guideId) => {
    await tx.guideQuestion.deleteMany({ where: { guideId } })
    await tx.guideQuestion.createMany({
      data: questions.map(({ question, answerHtml }, position) => ({
        guideId,
        position,
        question,
        answerHtml: sanitiseHtml(answerHtml),
      })),
    })
  })
