import { withResult } from '../psychometrics/reads/form-cohort'
import type { Deps } from '../shared/deps'
import { assessForm } from './commands/assess-form'

/** Looks through the sittings of every form that is in use: once a night. Safe to repeat. */
export async function runAssessSittings(deps: Deps): Promise<void> {
  const forms = await deps.db.examAttempt.groupBy({
    by: ['formId'],
    where: { state: { in: [...withResult] } },
  })
  for (const { formId } of forms) await assessForm(deps, { formId })
}
