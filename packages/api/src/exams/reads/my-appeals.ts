import type { DbOrTx } from '@archway/db/client'
import type { SchemeDocument } from '../../schemes/schema/document'
import { appealRefusal, appealUntil } from '../rules/appeal'
import type { AttemptState } from '../states'
import { databaseNow } from './database-now'

/** What a candidate said against a result, and what became of it. Who decided is not told. */
export type MyAppeal = {
  id: string
  state: 'open' | 'upheld' | 'dismissed'
  grounds: string
  filedAt: Date
  dueAt: Date
  decision: string
  decidedAt: Date | null
}

export type AppealStanding = {
  /** the newest first */
  appeals: MyAppeal[]
  canFile: boolean
  /** how long a result may be objected to */
  until: Date
  /** as the scheme says it */
  rules: readonly string[]
}

type Sitting = { id: string; state: AttemptState; submittedAt: Date }

/** Whether and until when a candidate may object to a sitting, by the rule that `fileAppeal` asks, and how it stands. */
export async function getAppealStanding(
  db: DbOrTx,
  { id, state, submittedAt }: Sitting,
  { appeals: scheme }: SchemeDocument,
): Promise<AppealStanding> {
  const [now, rows] = await Promise.all([
    databaseNow(db),
    db.appeal.findMany({
      where: { attemptId: id },
      orderBy: { createdAt: 'desc' },
      select: {
        id: true,
        state: true,
        grounds: true,
        createdAt: true,
        dueAt: true,
        decision: true,
        decidedAt: true,
      },
    }),
  ])
  const isOpen = rows.some((appeal) => appeal.state === 'open')
  return {
    appeals: rows.map(({ createdAt, ...appeal }) => ({ ...appeal, filedAt: createdAt })),
    canFile: !isOpen && appealRefusal({ state, submittedAt }, now) === null,
    until: appealUntil(submittedAt),
    rules: scheme?.items ?? [],
  }
}
