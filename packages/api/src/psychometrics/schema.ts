import { z } from 'zod'

/** Fewer do not make a panel. */
export const fewestJudges = 5

const emails = z
  .string()
  .trim()
  .transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.email('email-invalid')).min(fewestJudges, 'panel-judges-few').max(30))

export const createPanelInput = z.object({
  formId: z.uuid(),
  /** whom the judges are to think of: what a barely qualified candidate can do */
  candidate: z.string().trim().min(20, 'panel-candidate-short').max(2000),
  /** addresses of accounts, by spaces, commas or lines */
  judges: emails,
})
export type CreatePanelInput = z.infer<typeof createPanelInput>

export const panelInput = z.object({ panelId: z.uuid() })

/** To which state a panel is taken on; signing it is a step of its own. */
export const movePanelInput = panelInput.extend({
  to: z.enum(['round_1', 'discussion', 'round_2', 'rated', 'withdrawn']),
})
export type MovePanelInput = z.infer<typeof movePanelInput>

export const rateItemsInput = panelInput.extend({
  round: z.union([z.literal(1), z.literal(2)]),
  /** percent, by version of an item */
  ratings: z
    .array(z.object({ versionId: z.uuid(), percent: z.int().min(0).max(100) }))
    .min(1)
    .max(300),
})
export type RateItemsInput = z.infer<typeof rateItemsInput>

/** What a round says about the cut score. Points, except where said otherwise. */
export const panelResult = z.object({
  /** Σ of the mean ratings, each worth the item's points */
  cutRaw: z.number(),
  maxRaw: z.number(),
  /** spread of the judges' own cuts over √judges */
  standardError: z.number(),
  /** alpha over judges: how alike they rank the items; null when they do not vary */
  consistency: z.number().nullable(),
  judges: z.array(z.object({ judgeId: z.uuid(), cutRaw: z.number() })),
  items: z.array(
    z.object({
      versionId: z.uuid(),
      /** 0 to 1 */
      mean: z.number(),
      lowest: z.number(),
      highest: z.number(),
    }),
  ),
})
export type PanelResult = z.infer<typeof panelResult>

/** What each item of a sitting earned, as a score keeps it. */
export const scoredItems = z.array(z.object({ position: z.int(), points: z.number() }))

const share = z.number().min(0).max(1)

/** Figures of an item beside those that have columns of their own. */
export const itemDetail = z.object({
  pointBiserial: z.number().nullable(),
  /** Rasch, logits; of the form with most sittings */
  difficulty: z.number().nullable(),
  options: z.array(
    z.object({
      /** null: no answer */
      option: z.string().nullable(),
      text: z.string(),
      isKey: z.boolean(),
      chosen: z.int(),
      lower: share,
      upper: share,
      meanScore: share,
    }),
  ),
  positions: z.array(z.object({ position: z.int(), n: z.int(), p: share })),
  /** seconds at a tenth, a half and nine tenths of the candidates; null when nothing was measured */
  seconds: z.object({ p10: z.number(), p50: z.number(), p90: z.number() }).nullable(),
  /** accounts in English and in other languages; null under the smallest groups */
  dif: z
    .object({
      class: z.enum(['A', 'B', 'C']),
      delta: z.number(),
      chiSquare: z.number(),
      adjustedP: z.number(),
    })
    .nullable(),
  reasons: z.array(z.enum(['hard', 'easy', 'weak', 'negative', 'dif', 'dead_distractor'])),
})
export type ItemDetail = z.infer<typeof itemDetail>

/** How well an exam measures. Figures of several forms are weighted by their sittings. */
export const qualityFigures = z.object({
  /** sittings with a result */
  n: z.int(),
  /** forms with enough sittings to count */
  forms: z.int(),
  passRate: share,
  /** null: fewer sittings than `smallestSample` on every form */
  reliability: z.number().nullable(),
  /** standard error of measurement, in percent of the points */
  errorPercent: z.number().nullable(),
  agreement: share.nullable(),
  kappa: z.number().nullable(),
  items: z.object({ unknown: z.int(), sound: z.int(), review: z.int(), quarantine: z.int() }),
  /** items by class; null under the smallest groups */
  dif: z.object({ A: z.int(), B: z.int(), C: z.int() }).nullable(),
  /** largest share of the sittings that any item was delivered in */
  mostExposed: share,
})
export type QualityFigures = z.infer<typeof qualityFigures>

export const examInput = z.object({ offeringId: z.uuid() })
export const itemStatisticInput = z.object({ versionId: z.uuid() })
