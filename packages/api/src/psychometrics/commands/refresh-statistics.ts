import type { DbOrTx } from '@archway/db/client'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { formCohort, withResult } from '../reads/form-cohort'
import { formFigures } from '../rules/form-figures'
import { itemFigures } from '../rules/item-figures'
import { qualityOf } from '../rules/quality-label'

/**
 * Works out the statistics of one exam from all sittings of a scheme that have a result, and keeps them
 * as of today; the same day again replaces them. Nothing is kept of an exam that nobody has sat.
 */
export async function refreshStatistics(
  deps: Pick<Deps, 'db' | 'clock' | 'expireTags'>,
  { offeringId, schemeNumber }: { offeringId: string; schemeNumber: number },
): Promise<void> {
  const { db } = deps
  const forms = await db.examForm.findMany({
    where: { offeringId, schemeNumber },
    select: { id: true, cutRaw: true },
  })
  const figured = []
  for (const { id, cutRaw } of forms) {
    const cohort = await formCohort(db, id)
    if (cohort.sittings.length === 0) continue
    figured.push({ cohort, figures: formFigures(cohort, cutRaw?.toNumber() ?? null) })
  }
  if (figured.length === 0) return
  const items = itemFigures(figured)
  const figures = qualityOf(
    figured.map((form) => form.figures),
    items,
    await listPasses(db, offeringId, schemeNumber),
  )
  const asOf = new Date(deps.clock.now().toISOString().slice(0, 10))
  await db.$transaction(async (tx) => {
    for (const { versionId, ...columns } of items) {
      const { medianSeconds, ...rest } = columns
      await tx.itemStatistic.upsert({
        where: { versionId_asOf: { versionId, asOf } },
        create: { versionId, asOf, medianSeconds, ...rest },
        update: { medianSeconds, ...rest },
      })
    }
    await tx.qualityLabel.upsert({
      where: { offeringId_schemeNumber_asOf: { offeringId, schemeNumber, asOf } },
      create: { offeringId, schemeNumber, asOf, figures },
      update: { figures },
    })
  })
  deps.expireTags([cacheTags.offering(offeringId)])
}

/** Whether each sitting passed, by its last score. */
async function listPasses(db: DbOrTx, offeringId: string, schemeNumber: number) {
  const rows = await db.examAttempt.findMany({
    where: { offeringId, schemeNumber, state: { in: [...withResult] } },
    select: { scores: { orderBy: { number: 'desc' }, take: 1, select: { isPass: true } } },
  })
  return rows.flatMap((row) => row.scores.map((score) => score.isPass))
}
