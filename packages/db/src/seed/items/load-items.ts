import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tx } from '../../client'
import type { LoadedCatalogue } from '../load-catalogue'
import { DEMO_PASSWORD, type SeedOptions } from '../options'
import type { Content } from '../read-content'
import type { BankItem } from './read-item-bank'

/** Of so many items one is tried out before it counts. */
const PRETEST_EVERY = 10

/**
 * The items of the certifications' exams, each written by one member of the exam board and approved by
 * another; most in use, every tenth being tried out. Throws, naming the item, when one does not fit together.
 */
export async function loadItems(
  tx: Tx,
  content: Content,
  catalogue: LoadedCatalogue,
  options: SeedOptions,
): Promise<void> {
  const board = await loadBoard(tx, content, options)
  for (const { slug, items } of content.itemBanks) {
    const offeringId = catalogue.offerings.id(`items/${slug}`, slug)
    if (offeringId === null) continue
    await loadBank(tx, offeringId, items, board, options)
    for (const item of items) await loadImage(content.folder, item, options)
  }
}

type Board = ReadonlyMap<string, string>

/** An account for each person who wrote or reviewed items. */
async function loadBoard(tx: Tx, content: Content, options: SeedOptions): Promise<Board> {
  const slugs = new Set(
    content.itemBanks.flatMap(({ items }) =>
      items.flatMap(({ author, reviewer }) => [author, reviewer]),
    ),
  )
  const people = content.people.filter(({ slug }) => slugs.has(slug))
  const passwordHash = await options.hashPassword(DEMO_PASSWORD)
  const users = await tx.user.createManyAndReturn({
    data: people.map(({ slug, name }) => ({
      email: `${slug}@archway.test`,
      name,
      emailVerified: options.now,
      passwordHash,
      passwordSetAt: options.now,
      createdAt: options.now,
    })),
    select: { id: true, email: true },
  })
  await tx.roleAssignment.createMany({
    data: users.map(({ id }) => ({ userId: id, role: 'exam_board' as const })),
  })
  const ids = new Map(users.map(({ id, email }) => [email, id]))
  return new Map(people.map(({ slug }) => [slug, ids.get(`${slug}@archway.test`) ?? '']))
}

async function loadBank(
  tx: Tx,
  offeringId: string,
  items: readonly BankItem[],
  board: Board,
  options: SeedOptions,
): Promise<void> {
  const rows = await tx.item.createManyAndReturn({
    data: items.map(({ code }) => ({ code, offeringId, createdAt: options.now })),
    select: { id: true, code: true },
  })
  const ids = new Map(rows.map(({ id, code }) => [code, id]))
  const idOf = (code: string): string => ids.get(code) ?? ''
  const versions = items.map((item) => ({ item, sealed: sealed(item, options) }))
  await tx.itemVersion.createMany({
    data: versions.map(({ item, sealed }) => ({
      ...sealed,
      itemId: idOf(item.code),
      number: 1,
      kind: item.kind,
      domain: item.domain,
      objective: item.objective,
      level: item.level,
      references: item.references,
      authorId: board.get(item.author) ?? '',
      createdAt: options.now,
    })),
  })
  await tx.itemReview.createMany({
    data: versions.map(({ item, sealed }) => ({
      versionId: sealed.id,
      reviewerId: board.get(item.reviewer) ?? '',
      verdict: 'approved' as const,
      createdAt: options.now,
    })),
  })
  const isPretest = (index: number) => index % PRETEST_EVERY === PRETEST_EVERY - 1
  const pretest = items.filter((_, index) => isPretest(index)).map(({ code }) => code)
  await tx.item.updateMany({
    where: { offeringId, code: { in: pretest } },
    data: { state: 'pretest' },
  })
  await tx.item.updateMany({ where: { offeringId, state: 'draft' }, data: { state: 'active' } })
  await tx.itemEnemy.createMany({
    data: items.flatMap(({ code, enemies = [] }) =>
      enemies.map((enemy) => {
        const [itemAId = '', itemBId = ''] = [idOf(code), idOf(enemy)].sort()
        return { itemAId, itemBId }
      }),
    ),
    skipDuplicates: true,
  })
}

function sealed(item: BankItem, options: SeedOptions) {
  try {
    return options.sealItem(item)
  } catch (error) {
    throw new Error(`${item.code}: ${(error as Error).message}`)
  }
}

/** Images lie beside the items; the product's own files are public only with a row in `media`, these have none. */
async function loadImage(folder: string, item: BankItem, options: SeedOptions): Promise<void> {
  if (item.kind !== 'hotspot' || item.image === null) return
  const bytes = await readFile(join(folder, item.image))
  await options.putFile(item.content.image.key, bytes, 'image/svg+xml')
}
