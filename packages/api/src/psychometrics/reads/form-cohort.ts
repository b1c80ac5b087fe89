import type { DbOrTx } from '@archway/db/client'
import { contentOf } from '../../bank/reads/preview'
import { fromDelivered } from '../../bank/rules/from-delivered'
import { itemAnswer } from '../../bank/schema/answer'
import { type OptionOrder, optionOrder } from '../../bank/schema/delivered'
import type { CohortAnswer, CohortItem, CohortSitting, FormCohort } from '../rules/cohort'
import { scoredItems } from '../schema'

/** Sittings that have a result, whoever has seen it. */
export const withResult = ['scored', 'released', 'held'] as const

/** All sittings of a form that have a result, by their last score, for statistics. Never for candidates. */
export async function formCohort(db: DbOrTx, formId: string): Promise<FormCohort> {
  const [formItems, attempts, firstSaves] = await Promise.all([
    db.examFormItem.findMany({
      where: { formId },
      orderBy: { position: 'asc' },
      select: {
        isScored: true,
        version: {
          select: {
            id: true,
            kind: true,
            content: true,
            points: true,
            item: { select: { code: true } },
          },
        },
      },
    }),
    db.examAttempt.findMany({
      where: { formId, state: { in: [...withResult] } },
      orderBy: { id: 'asc' },
      select: {
        id: true,
        candidateId: true,
        candidate: { select: { locale: true } },
        items: {
          select: {
            position: true,
            versionId: true,
            optionOrder: true,
            answer: true,
            firstSeenAt: true,
          },
        },
        scores: { orderBy: { number: 'desc' }, take: 1, select: { items: true } },
      },
    }),
    db.$queryRaw<{ attemptId: string; position: number; savedAt: Date }[]>`
      select j.attempt_id as "attemptId", j.position, min(j.saved_at) as "savedAt"
      from attempt_journal j join exam_attempts a on a.id = j.attempt_id
      where a.form_id = ${formId}::uuid group by 1, 2`,
  ])
  const items = formItems.map(({ isScored, version }): CohortItem => {
    const content = contentOf(version)
    const options = content.kind === 'single' ? content.content.options : []
    return {
      versionId: version.id,
      code: version.item.code,
      points: version.points,
      isScored,
      options: options.map(({ id, text }) => ({ id, text })),
    }
  })
  const saves = new Map(firstSaves.map((row) => [`${row.attemptId} ${row.position}`, row.savedAt]))
  const sittings = attempts.map((attempt): CohortSitting => {
    const earned = new Map(
      scoredItems.parse(attempt.scores[0]?.items ?? []).map((row) => [row.position, row.points]),
    )
    const delivered = new Map(attempt.items.map((row) => [row.versionId, row]))
    return {
      attemptId: attempt.id,
      candidateId: attempt.candidateId,
      locale: attempt.candidate.locale,
      answers: items.map(({ versionId, points }): CohortAnswer => {
        const row = delivered.get(versionId)
        if (!row) return { score: 0, given: null, option: null, shown: [], seconds: null }
        const order = optionOrder.parse(row.optionOrder)
        const savedAt = saves.get(`${attempt.id} ${row.position}`)
        return {
          score: (earned.get(row.position) ?? 0) / points,
          ...answerOf(row.answer, order),
          shown: order.choices.map((choice) => choice.id),
          seconds:
            savedAt && row.firstSeenAt
              ? (savedAt.getTime() - row.firstSeenAt.getTime()) / 1000
              : null,
        }
      }),
    }
  })
  return { items, sittings }
}

function answerOf(stored: unknown, order: OptionOrder) {
  if (stored === null) return { given: null, option: null }
  const own = fromDelivered(itemAnswer.parse(stored), order)
  return {
    given: own && JSON.stringify(own),
    option: own?.kind === 'single' ? own.selected : null,
  }
}
