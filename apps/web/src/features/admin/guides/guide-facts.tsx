import { isFactOverdue } from '@archway/api/careers/rules/is-fact-overdue'
import type { FactDto } from '@archway/api/careers/schema/facts'
import { deps } from '@/lib/deps'
import { FactTable } from './fact-table'

/** The facts that a guide uses, those due for another look first. */
export function GuideFacts({ facts }: { facts: FactDto[] }) {
  const today = deps().clock.now()
  const rows = facts
    .map((fact) => ({ ...fact, isOverdue: isFactOverdue(fact, today) }))
    .sort((a, b) => a.reviewBy.getTime() - b.reviewBy.getTime())
  return <FactTable facts={rows} />
}
