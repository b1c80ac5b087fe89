import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import { offsetOf, type Page } from '../../shared/pagination'
import type { CognitiveLevel, ItemKind, ItemState } from '../schema/kinds'
import type { ItemListInput } from '../schema/list'

/** An item by its newest version. `stem` is Markdown. */
export type ItemRow = {
  id: string
  code: string
  offeringId: string
  offeringTitle: string
  state: ItemState
  versionId: string
  number: number
  kind: ItemKind
  domain: string
  objective: string
  level: CognitiveLevel
  points: number
  stem: string
  authorId: string
  authorName: string | null
  /** forms, in whatever state, that hold a version of it */
  forms: number
  enemies: number
  updatedAt: Date
}

const orderings = {
  code: Prisma.sql`i.code`,
  updatedAt: Prisma.sql`i.updated_at`,
  objective: Prisma.sql`v.objective`,
} satisfies Record<ItemListInput['sort'], Prisma.Sql>

const escaped = (search: string) => `%${search.replace(/[\\%_]/g, '\\$&')}%`

/** Conditions that every filter adds. `barred` are exams that the reader may sit, whose items they may not see. */
export function itemConditions(input: Partial<ItemListInput>, barred: readonly string[]) {
  const conditions = [Prisma.sql`i.offering_id <> all(${[...barred]}::uuid[])`]
  if (input.search) {
    const like = escaped(input.search)
    conditions.push(Prisma.sql`(i.code ilike ${like} or v.content->>'stem' ilike ${like})`)
  }
  if (input.offeringId) conditions.push(Prisma.sql`i.offering_id = ${input.offeringId}::uuid`)
  if (input.state) conditions.push(Prisma.sql`i.state = ${input.state}::item_state`)
  if (input.kind) conditions.push(Prisma.sql`v.kind = ${input.kind}::item_kind`)
  if (input.level) conditions.push(Prisma.sql`v.level = ${input.level}::cognitive_level`)
  if (input.domain) conditions.push(Prisma.sql`v.domain = ${input.domain}`)
  if (input.objective) conditions.push(Prisma.sql`v.objective = ${input.objective}`)
  if (input.authorId) conditions.push(Prisma.sql`v.author_id = ${input.authorId}::uuid`)
  return Prisma.join(conditions, ' and ')
}

/** Items with their newest version, which is what staff search and filter by. */
export const newestVersions = Prisma.sql`items i
  join lateral (
    select * from item_versions where item_id = i.id order by number desc limit 1
  ) v on true`

/** The bank for staff: searched, filtered, sorted and paged by the database. Never a key. */
export async function listItems(
  db: DbOrTx,
  input: ItemListInput,
  barred: readonly string[],
): Promise<Page<ItemRow>> {
  const where = itemConditions(input, barred)
  const direction = input.direction === 'asc' ? Prisma.sql`asc` : Prisma.sql`desc`
  const [rows, counted] = await Promise.all([
    db.$queryRaw<ItemRow[]>`
      select i.id, i.code, i.offering_id as "offeringId", o.title as "offeringTitle", i.state,
        v.id as "versionId", v.number, v.kind, v.domain, v.objective, v.level, v.points,
        v.content->>'stem' as stem, v.author_id as "authorId", u.name as "authorName",
        i.updated_at as "updatedAt",
        (select count(distinct f.form_id)::int from exam_form_items f
          join item_versions w on w.id = f.version_id where w.item_id = i.id) as forms,
        (select count(*)::int from item_enemies e
          where e.item_a_id = i.id or e.item_b_id = i.id) as enemies
      from ${newestVersions}
        join offerings o on o.id = i.offering_id
        join users u on u.id = v.author_id
      where ${where}
      order by ${orderings[input.sort]} ${direction}, i.code
      limit ${input.pageSize} offset ${offsetOf(input)}`,
    db.$queryRaw<[{ total: number }]>`
      select count(*)::int as total from ${newestVersions} where ${where}`,
  ])
  return { rows, total: counted[0].total, page: input.page, pageSize: input.pageSize }
}
