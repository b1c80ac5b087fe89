import type { DbOrTx } from '@archway/db/client'
import { notFound } from '../../shared/errors'
import { panelFigures } from '../rules/angoff'
import { type PanelResult, panelResult } from '../schema'
import { runningRound } from '../states'
import { listRatedItems, listRatings } from './panel-ratings'

const form = {
  select: {
    id: true,
    number: true,
    language: true,
    state: true,
    scheme: { select: { offering: { select: { id: true, title: true, slug: true } } } },
  },
} as const

/** Every panel, the newest first. */
export async function listPanels(db: DbOrTx) {
  const rows = await db.angoffPanel.findMany({
    orderBy: { createdAt: 'desc' },
    take: 200,
    select: {
      id: true,
      state: true,
      createdAt: true,
      signedOffAt: true,
      result: true,
      form,
      _count: { select: { judges: true } },
    },
  })
  return rows.map(({ result, _count, form: { scheme, ...one }, ...row }) => {
    const figures = result === null ? null : panelResult.parse(result)
    return {
      ...row,
      form: one,
      offering: scheme.offering,
      judges: _count.judges,
      cut: figures && { raw: figures.cutRaw, max: figures.maxRaw, error: figures.standardError },
    }
  })
}

/** Forms that a panel can be called together for: in use or being made, and without a live panel. */
export async function listFormsForPanels(db: DbOrTx) {
  const rows = await db.examForm.findMany({
    where: {
      state: { not: 'retired' },
      panels: { none: { state: { notIn: ['signed_off', 'withdrawn'] } } },
    },
    orderBy: { createdAt: 'desc' },
    take: 200,
    select: form.select,
  })
  return rows.map(({ scheme, ...one }) => ({ ...one, offering: scheme.offering }))
}

/**
 * One panel for who runs it: its judges with how far each has got, and the figures of every round that is
 * closed. Nobody's single ratings. Throws `not_found`.
 */
export async function requirePanel(db: DbOrTx, panelId: string) {
  const panel = await db.angoffPanel.findUnique({
    where: { id: panelId },
    select: {
      id: true,
      state: true,
      candidate: true,
      createdAt: true,
      result: true,
      signedOffAt: true,
      signedOffBy: { select: { id: true, name: true, email: true } },
      form,
      judges: { select: { user: { select: { id: true, name: true, email: true } } } },
    },
  })
  if (!panel) throw notFound('panel')
  const {
    result,
    judges,
    form: { scheme, ...ofForm },
    ...rest
  } = panel
  const items = await listRatedItems(db, panelId)
  const codes = await codesOf(
    db,
    items.map((item) => item.versionId),
  )
  const round = runningRound(panel.state)
  const progress = round
    ? await db.angoffRating.groupBy({ by: ['judgeId'], where: { panelId, round }, _count: true })
    : []
  const isFirstClosed = ['discussion', 'round_2', 'rated', 'signed_off'].includes(panel.state)
  const figures = [
    isFirstClosed ? panelFigures(items, await listRatings(db, panelId, 1)) : null,
    result === null ? null : panelResult.parse(result),
  ] satisfies (PanelResult | null)[]
  return {
    ...rest,
    form: ofForm,
    offering: scheme.offering,
    items: items.map((item) => ({ ...item, code: codes.get(item.versionId) ?? '' })),
    judges: judges
      .map(({ user }) => ({
        ...user,
        rated: progress.find((row) => row.judgeId === user.id)?._count ?? 0,
      }))
      .sort((a, b) => a.email.localeCompare(b.email)),
    rounds: figures,
  }
}

export async function codesOf(
  db: DbOrTx,
  versionIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.itemVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: { id: true, item: { select: { code: true } } },
  })
  return new Map(rows.map((row) => [row.id, row.item.code]))
}
