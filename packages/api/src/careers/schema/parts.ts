import { z } from 'zod'
import { offeringKinds, offeringStatuses } from '../../catalog/schema/vocabulary'
import { guideStatuses } from '../states'
import { guideVersionInput } from './editing'
import { line, slugText } from './text'
import { guideOfferingSections, guideSkillLevels } from './vocabulary'

/** A text that may be empty. */
const text = (max: number) => z.string().trim().max(max, 'text-too-long')

const partInput = guideVersionInput.extend({
  /** shown to readers in the change log; left out when the change is not worth a line */
  changeNote: text(300).default(''),
})

const neighbour = z.object({
  role: line(120),
  /** the guide about that role, public or not; null when there is none */
  slug: slugText.nullable(),
  focus: line(600),
  deliverables: line(600),
  skills: line(600),
  typicalBackground: line(600),
  payFactKey: slugText.nullable(),
})
const stage = z.object({
  title: line(120),
  /** years of work, as readers see them: "3–5" */
  years: line(30),
  description: line(2000),
  milestones: z.array(line(300)).max(12),
})
const skill = z.object({ skillId: z.uuid(), level: z.enum(guideSkillLevels), why: line(400) })
const question = z.object({
  question: line(200),
  answerHtml: z.string().trim().min(1, 'text-missing').max(20_000, 'text-too-long'),
})
const offering = z.object({
  offeringId: z.uuid(),
  section: z.enum(guideOfferingSections),
  /** index of the stage that it serves; null when it serves none in particular */
  stage: z.number().int().min(0).nullable(),
  why: line(400),
})

/** Whether no two rows mean the same thing; null means nothing. */
function areDistinct(keys: readonly (string | number | null)[]): boolean {
  const given = keys.filter((key) => key !== null)
  return new Set(given).size === given.length
}

/** Each of these replaces one list of the guide as a whole, in the order given. */
export const updateNeighboursInput = partInput.extend({ neighbours: z.array(neighbour).max(20) })
export const updateStagesInput = partInput.extend({
  stages: z
    .array(
      stage.extend({
        /** index that the stage had before, so that its offerings stay with it; null for a new one */
        from: z.number().int().min(0).nullable(),
      }),
    )
    .max(12)
    .refine((rows) => areDistinct(rows.map(({ from }) => from)), 'duplicates'),
})
export const updateSkillsInput = partInput.extend({
  skills: z
    .array(skill)
    .max(80)
    .refine((rows) => areDistinct(rows.map(({ skillId }) => skillId)), 'duplicates'),
})
export const updateQuestionsInput = partInput.extend({ questions: z.array(question).max(40) })
export const updateOfferingsInput = partInput.extend({
  offerings: z
    .array(offering)
    .max(150)
    .refine(
      (rows) => areDistinct(rows.map(({ offeringId, section }) => `${section} ${offeringId}`)),
      'duplicates',
    ),
})

/** The lists of a guide as they are stored: with drafts, and with links that readers do not see yet. */
export const guideParts = z.object({
  slug: z.string(),
  title: z.string(),
  status: z.enum(guideStatuses),
  version: z.number(),
  neighbours: z.array(neighbour),
  stages: z.array(stage),
  skills: z.array(skill.extend({ name: z.string(), kind: z.enum(['technical', 'workplace']) })),
  questions: z.array(question),
  offerings: z.array(
    offering.extend({
      title: z.string(),
      provider: z.string(),
      kind: z.enum(offeringKinds),
      status: z.enum(offeringStatuses),
    }),
  ),
})
export type GuideParts = z.infer<typeof guideParts>
