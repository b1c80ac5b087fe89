import type { DbOrTx } from '@archway/db/client'
import { contentOf } from '../../bank/reads/preview'
import type { Member } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { panelFigures } from '../rules/angoff'
import { runningRound } from '../states'
import { listRatedItems, listRatings } from './panel-ratings'
import { codesOf } from './panels'

/** The panels that somebody judges on, those that wait for them first. */
export async function listOwnPanels(db: DbOrTx, actor: Member) {
  const rows = await db.angoffPanel.findMany({
    where: { judges: { some: { userId: actor.userId } }, state: { not: 'withdrawn' } },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      state: true,
      createdAt: true,
      form: {
        select: { number: true, scheme: { select: { offering: { select: { title: true } } } } },
      },
    },
  })
  return rows
    .map(({ form, ...row }) => ({
      ...row,
      formNumber: form.number,
      title: form.scheme.offering.title,
      isWaiting: runningRound(row.state) !== null,
    }))
    .sort((a, b) => Number(b.isWaiting) - Number(a.isWaiting))
}

/**
 * What a judge sees: the items, their own ratings, and from the end of the first round on how far all
 * judges were apart in it; while a round runs, nothing of what the others say in it. Throws `not_found`
 * to everybody who is no judge of the panel.
 */
export async function requireJudging(db: DbOrTx, actor: Member, panelId: string) {
  const panel = await db.angoffPanel.findFirst({
    where: { id: panelId, judges: { some: { userId: actor.userId } }, state: { not: 'withdrawn' } },
    select: {
      id: true,
      state: true,
      candidate: true,
      form: {
        select: { number: true, scheme: { select: { offering: { select: { title: true } } } } },
      },
    },
  })
  if (!panel) throw notFound('panel')
  const items = await listRatedItems(db, panelId)
  const versions = await db.itemVersion.findMany({
    where: { id: { in: items.map((item) => item.versionId) } },
    select: { id: true, kind: true, content: true, domain: true, objective: true },
  })
  const codes = await codesOf(
    db,
    items.map((item) => item.versionId),
  )
  const own = await db.angoffRating.findMany({
    where: { panelId, judgeId: actor.userId },
    select: { versionId: true, round: true, chance: true },
  })
  const isFirstClosed = !['preparing', 'round_1'].includes(panel.state)
  const spread = isFirstClosed ? panelFigures(items, await listRatings(db, panelId, 1)).items : []
  const ownPercent = (versionId: string, round: number): number | null => {
    const found = own.find((row) => row.versionId === versionId && row.round === round)
    return found ? Math.round(found.chance.toNumber() * 100) : null
  }
  return {
    id: panel.id,
    state: panel.state,
    candidate: panel.candidate,
    formNumber: panel.form.number,
    title: panel.form.scheme.offering.title,
    round: runningRound(panel.state),
    items: items.flatMap(({ versionId, points }) => {
      const version = versions.find((one) => one.id === versionId)
      if (!version) return []
      return {
        versionId,
        points,
        code: codes.get(versionId) ?? '',
        objective: version.objective,
        content: contentOf(version),
        first: ownPercent(versionId, 1),
        second: ownPercent(versionId, 2),
        spread: spread.find((one) => one.versionId === versionId) ?? null,
      }
    }),
  }
}
