import { z } from 'zod'
import { slug } from '../content-schema'
import { answerKinds } from './answer-kinds'
import { contradictions } from './contradictions'

const text = z.string().trim().min(1)
const partId = z.string().regex(/^[1-9]$/)

/** What is asked, what is right and why, of one item or of one part of a case. */
const answer = answerKinds.superRefine((item, context) => {
  for (const message of contradictions(item)) context.addIssue({ code: 'custom', message })
})

/** A scenario with two to four parts; content, key and rationale of each stand apart, as they are kept apart later. */
const caseAnswer = z
  .strictObject({
    kind: z.literal('case'),
    content: z.strictObject({
      stem: text,
      parts: z
        .array(
          z.strictObject({
            id: partId,
            kind: z.string(),
            content: z.record(z.string(), z.json()),
          }),
        )
        .min(2)
        .max(4),
    }),
    key: z.strictObject({ parts: z.record(partId, z.record(z.string(), z.json())) }),
    rationale: z.strictObject({
      summary: text,
      parts: z.record(partId, z.record(z.string(), z.json())),
    }),
  })
  .superRefine(({ content, key, rationale }, context) => {
    const names = content.parts.map(({ id }) => id)
    for (const part of [key.parts, rationale.parts]) {
      if (Object.keys(part).sort().join() !== [...new Set(names)].sort().join()) {
        context.addIssue({ code: 'custom', message: 'Each part needs one key and one rationale.' })
      }
    }
    for (const [index, { id, ...part }] of content.parts.entries()) {
      const checked = answer.safeParse({
        ...part,
        key: key.parts[id],
        rationale: rationale.parts[id],
      })
      for (const { path, message } of checked.error?.issues ?? []) {
        context.addIssue({ code: 'custom', path: ['content', 'parts', index, ...path], message })
      }
    }
  })

const itemCode = z.string().regex(/^[A-Z]+(-[A-Z]+)*-\d\.\d-\d{3}$/)

const about = z
  .object({
    /** code of the scheme, objective and running number */
    code: itemCode,
    level: z.enum(['remember', 'understand', 'apply', 'analyse', 'evaluate']),
    author: slug,
    reviewer: slug,
    /** items that may not stand in one form with this one, because they ask the same or give it away */
    enemies: z.array(itemCode).min(1).optional(),
    /** what the key can be checked against by anybody */
    references: z
      .array(z.strictObject({ title: text, url: z.url({ protocol: /^https$/ }) }))
      .min(1),
  })
  .refine(
    ({ author, reviewer }) => author !== reviewer,
    'Nobody reviews an item that they wrote themselves.',
  )

const objective = z.string().regex(/^\d\.\d$/)
const entry = z.record(z.string(), z.json()).transform((fields, context) => {
  const { code, level, author, reviewer, enemies, references, ...rest } = fields
  const parsedAbout = about.safeParse({ code, level, author, reviewer, enemies, references })
  const parsedAnswer = (fields.kind === 'case' ? caseAnswer : answer).safeParse(rest)
  if (parsedAbout.success && parsedAnswer.success) {
    return { ...parsedAbout.data, ...parsedAnswer.data }
  }
  for (const { path, message } of [
    ...(parsedAbout.error?.issues ?? []),
    ...(parsedAnswer.error?.issues ?? []),
  ]) {
    context.addIssue({ code: 'custom', path, message: `${String(code)}: ${message}` })
  }
  return z.NEVER
})

/** All items of one objective. `n.m` is the m-th objective of the n-th domain of the scheme. */
export const itemFile = z
  .strictObject({ objective, items: z.array(entry).min(1) })
  .superRefine(({ objective, items }, context) => {
    for (const [index, { code }] of items.entries()) {
      if (!code.includes(`-${objective}-`)) {
        context.addIssue({
          code: 'custom',
          path: ['items', index, 'code'],
          message: `${code} does not belong to objective ${objective}.`,
        })
      }
    }
  })

export type ItemContent = z.infer<typeof itemFile>['items'][number]
