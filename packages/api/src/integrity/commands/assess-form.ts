import { formCohort } from '../../psychometrics/reads/form-cohort'
import { smallestSample } from '../../psychometrics/rules/item-health'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { listExposure } from '../reads/form-items'
import { assessSittings } from '../rules/assess-sittings'
import { codedSittings } from '../rules/coded-sittings'
import { mayProposeCase } from '../rules/signals'
import { openCase } from './open-case'

/**
 * Looks through the sittings of one form for what is unlikely of honest candidates, keeps each finding
 * once as a flag, and proposes a case where independent ones come together. It decides nothing. Safe to
 * repeat: flags stay as first found, and a sitting that people have looked at is not proposed again.
 */
export async function assessForm(
  deps: Pick<Deps, 'db' | 'clock'>,
  { formId }: { formId: string },
): Promise<{ flags: number; cases: number }> {
  const { db } = deps
  const cohort = await formCohort(db, formId)
  if (cohort.sittings.length < smallestSample) return { flags: 0, cases: 0 }
  const { items, sittings } = codedSittings(
    cohort,
    await listExposure(db, formId, deps.clock.now()),
  )
  const idAt = (at: number) => cohort.sittings[at]?.attemptId ?? ''
  const rows = assessSittings(items, sittings).flatMap((found, at) =>
    found.map(({ rule, chance, evidence, otherSitting }) => ({
      attemptId: idAt(at),
      rule,
      chance,
      evidence,
      otherAttemptId: otherSitting === undefined ? null : idAt(otherSitting),
      createdAt: deps.clock.now(),
    })),
  )
  const { count } = await db.integrityFlag.createMany({ data: rows, skipDuplicates: true })
  let cases = 0
  for (const attemptId of new Set(rows.map((row) => row.attemptId))) {
    if (await propose(deps, attemptId)) cases += 1
  }
  return { flags: count, cases }
}

/** Opens a case for a sitting that has none, if its flags are enough. */
async function propose(deps: Pick<Deps, 'db' | 'clock'>, attemptId: string): Promise<boolean> {
  const [flags, known] = await Promise.all([
    deps.db.integrityFlag.findMany({ where: { attemptId }, select: { rule: true, chance: true } }),
    deps.db.integrityCase.count({ where: { attemptId } }),
  ])
  if (known > 0 || !mayProposeCase(flags)) return false
  try {
    await openCase(
      deps,
      { type: 'system', name: 'integrity' },
      { attemptId, reason: 'Independent flags came together in this sitting.' },
    )
    return true
  } catch (error) {
    // Somebody else opened it in the same moment.
    if (error instanceof DomainError && error.reason === 'case-open-already') return false
    throw error
  }
}
