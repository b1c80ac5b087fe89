import type { Tx } from '@archway/db/client'
import { fromDelivered } from '../../bank/rules/from-delivered'
import { scoreItem } from '../../bank/rules/score-item'
import type { ItemAnswer } from '../../bank/schema/answer'
import { optionOrder } from '../../bank/schema/delivered'
import { openKey } from '../../bank/sealing'
import { schemeDocument } from '../../schemes/schema/document'
import type { Deps } from '../../shared/deps'
import type { DomainScore } from '../rules/domain-report'
import { isPass, scaleScore } from '../rules/scale-score'

type ScoringDeps = Pick<Deps, 'itemSealer'>
export type Score = {
  raw: number
  maxRaw: number
  scaled: number
  isPass: boolean
  domains: DomainScore[]
  items: { position: number; points: number }[]
}

const select = {
  scheme: { select: { document: true } },
  form: { select: { cutRaw: true } },
  items: {
    orderBy: { position: 'asc' },
    select: {
      position: true,
      isScored: true,
      optionOrder: true,
      answer: true,
      version: {
        select: {
          id: true,
          domain: true,
          points: true,
          keySealed: true,
          corrections: {
            orderBy: { id: 'desc' },
            take: 1,
            select: { effect: true, keyVersion: { select: { id: true, keySealed: true } } },
          },
        },
      },
    },
  },
} as const

/** Points are kept in thousandths; sums are made of whole numbers. */
const sum = (points: readonly number[]): number =>
  points.reduce((all, one) => all + Math.round(one * 1000), 0) / 1000

/**
 * What a sitting scores: by the items as they were delivered and the answers as they were kept, never by what the bank
 * says now, save for what the board decided about a key. Items that are tried out earn points of which none counts.
 */
export async function scoreOf(tx: Tx, { itemSealer }: ScoringDeps, id: string): Promise<Score> {
  const attempt = await tx.examAttempt.findUniqueOrThrow({ where: { id }, select })
  const { scoring } = schemeDocument.parse(attempt.scheme.document)
  if (!scoring?.scale || scoring.cut === null || attempt.form.cutRaw === null) {
    throw new Error(`attempt ${id} has no scale or cut score`)
  }
  const cutRaw = Number(attempt.form.cutRaw)
  const items = attempt.items.map(({ position, isScored, version, ...given }) => {
    const [correction] = version.corrections
    const key = openKey(itemSealer, correction?.keyVersion ?? version)
    const answer = given.answer as ItemAnswer | null
    const own = answer && fromDelivered(answer, optionOrder.parse(given.optionOrder))
    const most = version.points
    return {
      position,
      isScored,
      domain: version.domain,
      most,
      points: correction?.effect === 'credit_all' ? most : scoreItem(key, own),
    }
  })
  const scored = items.filter(({ isScored }) => isScored)
  const [raw, maxRaw] = [
    sum(scored.map(({ points }) => points)),
    sum(scored.map(({ most }) => most)),
  ]
  const points = { raw, maxRaw, cutRaw }
  return {
    raw,
    maxRaw,
    scaled: scaleScore(points, { ...scoring.scale, cut: scoring.cut }),
    isPass: isPass(points),
    domains: [...new Set(scored.map(({ domain }) => domain))].sort().map((domain) => {
      const own = scored.filter((item) => item.domain === domain)
      return {
        domain,
        raw: sum(own.map(({ points }) => points)),
        maxRaw: sum(own.map(({ most }) => most)),
        items: own.length,
      }
    }),
    items: items.map(({ position, points }) => ({ position, points })),
  }
}

/** Keeps a score as the next one of its sitting; the last one counts. */
export async function keepScore(
  tx: Tx,
  attemptId: string,
  score: Score,
  { cause, note }: { cause: 'first' | 'regrade' | 'appeal'; note: string },
): Promise<void> {
  await tx.$queryRaw`select id from exam_attempts where id = ${attemptId}::uuid for no key update`
  const last = await tx.attemptScore.aggregate({ where: { attemptId }, _max: { number: true } })
  await tx.attemptScore.create({
    data: { attemptId, number: (last._max.number ?? 0) + 1, cause, note, ...score },
  })
}
