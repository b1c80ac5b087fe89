import type { DbOrTx } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid, notFound } from '../../shared/errors'
import { createRandom } from '../../shared/keyed-random'
import { deliverItem, drawOptionOrder } from '../rules/deliver-item'
import { fromDelivered } from '../rules/from-delivered'
import { renderItem } from '../rules/render-item'
import { scoreItem } from '../rules/score-item'
import type { ItemAnswer } from '../schema/answer'
import { type ItemContent, itemContent } from '../schema/content'
import type { RenderedItem } from '../schema/rendered'
import { openKey } from '../sealing'
import { refuseCandidate } from './barred-exams'

/** What a version asks, read back from its row. Throws when the row is not one of this format. */
export const contentOf = (version: { kind: string; content: unknown }): ItemContent =>
  itemContent.parse({ kind: version.kind, content: version.content })

async function requireVersion(db: DbOrTx, actor: Actor, versionId: string) {
  const version = await db.itemVersion.findUnique({
    where: { id: versionId },
    select: {
      id: true,
      kind: true,
      content: true,
      points: true,
      keySealed: true,
      item: { select: { offeringId: true } },
    },
  })
  if (!version) throw notFound('item')
  await refuseCandidate(db, actor, version.item.offeringId)
  return { ...version, content: contentOf(version) }
}

/** A version as a candidate would get it. The same seed gives the same order. */
export async function previewItem(
  db: DbOrTx,
  actor: Actor,
  { versionId, seed }: { versionId: string; seed: string },
): Promise<RenderedItem> {
  const { content } = await requireVersion(db, actor, versionId)
  return renderItem(deliverItem(content, drawOptionOrder(content, createRandom(seed))))
}

/** What an answer in a preview would earn. Nothing is kept. */
export async function tryAnswer(
  deps: Deps,
  actor: Actor,
  { versionId, seed, answer }: { versionId: string; seed: string; answer: ItemAnswer | null },
): Promise<{ points: number; maxPoints: number }> {
  const version = await requireVersion(deps.db, actor, versionId)
  const order = drawOptionOrder(version.content, createRandom(seed))
  const own = answer && fromDelivered(answer, order)
  if (answer && !own) throw invalid('answer-invalid', 'answer')
  const key = openKey(deps.itemSealer, version)
  return { points: scoreItem(key, own), maxPoints: version.points }
}
