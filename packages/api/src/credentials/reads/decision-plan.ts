import type { DbOrTx } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import { canDecide } from '../policy'
import { achievementContent, type DecidedState } from '../schema'
import { type CredentialState, credentialTransitions } from '../states'

/**
 * What a decision would do with each of the chosen credentials: `go` (it changes), `there` (it is so already),
 * `final` (nothing follows its state), or the reason why this member of staff may not.
 */
export async function planDecisions(
  db: DbOrTx,
  actor: Actor,
  { ids, to }: { ids: readonly string[]; to: DecidedState },
) {
  const rows = await db.credential.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      licenseNumber: true,
      subjectName: true,
      state: true,
      userId: true,
      issuer: { select: { providerId: true } },
      achievement: { select: { content: true } },
    },
    orderBy: { licenseNumber: 'asc' },
  })
  return rows.map(({ state, userId, issuer, achievement, ...row }) => {
    const may = canDecide(actor, { userId, providerId: issuer.providerId })
    const next: readonly CredentialState[] = credentialTransitions[state]
    const effect = !may.ok
      ? may.reason
      : state === to
        ? 'there'
        : next.includes(to)
          ? 'go'
          : 'final'
    return { ...row, title: achievementContent.parse(achievement.content).name, effect }
  })
}
