import type { DbOrTx } from '@archway/db/client'
import {
  type DrawnForm,
  type DrawnItem,
  domainPoints,
  drawForm,
  overlapShare,
} from '../rules/draw-form'
import type { DrawFormInput } from '../schema/forms'
import { getExposure, listDrawableItems, listStandingForms } from './drawable-items'
import { requireExamPlan } from './exam-scheme'

/** Draws a form from the bank as it is, against all forms that stand. Throws as `requireExamPlan` does. */
export async function drawFromBank(db: DbOrTx, { offeringId, seed }: DrawFormInput) {
  const plan = await requireExamPlan(db, { offeringId })
  const [items, forms, exposure] = await Promise.all([
    listDrawableItems(db, offeringId),
    listStandingForms(db, offeringId),
    getExposure(db, offeringId),
  ])
  const drawn = drawForm({
    blueprint: plan.blueprint,
    items,
    size: plan.size,
    pretest: plan.pretest,
    seed,
    earlier: forms.map((form) => form.items),
    exposure,
  })
  return { plan, items, forms, exposure, drawn }
}

const pointsOf = (items: readonly { points: number }[]): number =>
  items.reduce((sum, { points }) => sum + points, 0)

/** What a draw would give: points by domain beside what the blueprint asks, and what it shares with others. */
export type FormPreview = {
  size: number
  pretest: number
  /** points of the bank in each domain, and on the form; null when the form cannot be drawn */
  domains: { domain: string; title: string; wanted: number; inBank: number; drawn: number | null }[]
  overlaps: { number: number; points: number; limit: number }[]
  /** share of the recent sittings in which the most widely known item of the form was delivered */
  highestExposure: number | null
  missing: Extract<DrawnForm, { ok: false }>['missing']
}

/** Shows what `createForm` would keep for the same seed, without keeping it. */
export async function previewForm(db: DbOrTx, input: DrawFormInput): Promise<FormPreview> {
  const { plan, items, forms, exposure, drawn } = await drawFromBank(db, input)
  const chosen: readonly DrawnItem[] | null = drawn.ok ? drawn.items : null
  const { sittings, deliveries } = exposure
  return {
    size: plan.size,
    pretest: plan.pretest,
    domains: domainPoints(plan).map(({ domain, points }) => ({
      domain,
      title: plan.blueprint.find((entry) => entry.domain === domain)?.title ?? domain,
      wanted: points,
      inBank: pointsOf(items.filter((item) => item.domain === domain && item.state === 'active')),
      drawn: chosen && pointsOf(chosen.filter((item) => item.domain === domain && item.isScored)),
    })),
    overlaps: chosen
      ? forms.map((form) => ({
          number: form.number,
          points: pointsOf(chosen.filter(({ itemId }) => form.items.includes(itemId))),
          limit: Math.floor(plan.size * overlapShare),
        }))
      : [],
    highestExposure:
      chosen && sittings > 0
        ? Math.max(...chosen.map(({ itemId }) => (deliveries[itemId] ?? 0) / sittings))
        : null,
    missing: drawn.ok ? [] : drawn.missing,
  }
}
