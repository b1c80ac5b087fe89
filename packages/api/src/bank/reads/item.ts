import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import type { ItemContent } from '../schema/content'
import type { CognitiveLevel, ItemKind, ItemState, ReviewVerdict } from '../schema/kinds'
import { type ItemReference, itemReferences } from '../schema/writing'
import { refuseCandidate } from './barred-exams'
import { contentOf } from './preview'

type Person = { id: string; name: string | null; email: string }

/** A version with what was found about it. What candidates see of it is in `content`; no key. */
export type ItemVersionDto = {
  id: string
  number: number
  kind: ItemKind
  content: ItemContent
  domain: string
  objective: string
  level: CognitiveLevel
  points: number
  references: ItemReference[]
  author: Person
  createdAt: Date
  reviews: { reviewer: Person; verdict: ReviewVerdict; note: string; createdAt: Date }[]
}

/** An item with all its versions, the newest first, and where it is used. */
export type ItemDto = {
  id: string
  code: string
  state: ItemState
  offering: { id: string; title: string }
  versions: ItemVersionDto[]
  enemies: { id: string; code: string; state: ItemState }[]
  /** forms that hold a version of it */
  forms: {
    number: number
    state: 'draft' | 'approved' | 'retired'
    version: number
    isScored: boolean
  }[]
  /** attempts that it was delivered in */
  deliveries: number
}

const person = { select: { id: true, name: true, email: true } } as const
const enemy = { select: { id: true, code: true, state: true } } as const

const select = {
  id: true,
  code: true,
  state: true,
  offering: { select: { id: true, title: true } },
  enemiesA: { select: { itemB: enemy } },
  enemiesB: { select: { itemA: enemy } },
  versions: {
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      kind: true,
      content: true,
      domain: true,
      objective: true,
      level: true,
      points: true,
      references: true,
      author: person,
      createdAt: true,
      reviews: {
        orderBy: { createdAt: 'desc' },
        select: { reviewer: person, verdict: true, note: true, createdAt: true },
      },
      formItems: {
        select: { isScored: true, form: { select: { number: true, state: true } } },
      },
    },
  },
} as const satisfies Prisma.ItemSelect

/** An item for the board. Throws `not_found`, and refuses who may sit the exam. */
export async function requireItem(db: DbOrTx, actor: Actor, itemId: string): Promise<ItemDto> {
  const [item, deliveries] = await Promise.all([
    db.item.findUnique({ where: { id: itemId }, select }),
    db.attemptItem.count({ where: { version: { itemId }, attempt: { startedAt: { not: null } } } }),
  ])
  if (!item) throw notFound('item')
  await refuseCandidate(db, actor, item.offering.id)
  const { enemiesA, enemiesB, versions, ...rest } = item
  return {
    ...rest,
    enemies: [...enemiesA.map(({ itemB }) => itemB), ...enemiesB.map(({ itemA }) => itemA)].sort(
      (a, b) => a.code.localeCompare(b.code, 'en'),
    ),
    forms: versions
      .flatMap(({ number: version, formItems }) =>
        formItems.map(({ form, isScored }) => ({ ...form, version, isScored })),
      )
      .sort((a, b) => a.number - b.number),
    deliveries,
    versions: versions.map(({ formItems: _, ...version }) => ({
      ...version,
      content: contentOf(version),
      references: itemReferences.parse(version.references),
    })),
  }
}
