import { z } from 'zod'
import { line, slugText } from './text'
import { guideSectionKinds } from './vocabulary'

export const guideSlugInput = z.object({ slug: slugText })
export const guideVersionInput = guideSlugInput.extend({
  /** the version that the editor saw */
  version: z.number().int().positive(),
})
const personSlugs = z.array(slugText).max(10)

export const createGuideInput = guideSlugInput.extend({
  title: line(120),
  question: line(200),
  summary: line(600),
})
export const updateGuideInput = guideVersionInput.extend({
  title: line(120),
  question: line(200),
  summary: line(600),
  authors: personSlugs,
  reviewers: personSlugs,
  reviewedOn: z.date().nullable(),
  reviewBy: z.date().nullable(),
  /** shown to readers in the change log; left out when the change is not worth a line */
  changeNote: z.string().trim().max(300).default(''),
})
export const updateSectionInput = guideVersionInput.extend({
  kind: z.enum(guideSectionKinds),
  title: line(120),
  bodyHtml: z.string().max(100_000, 'text-too-long'),
  changeNote: z.string().trim().max(300).default(''),
})
export const guideStateInput = guideVersionInput.extend({
  reason: z.string().trim().min(3, 'reason-missing').max(500),
})

export const guideVersionResult = z.object({ version: z.number() })
