import type { DbOrTx } from '@archway/db/client'
import { offeringKinds } from '../schema/vocabulary'

type Lookup = { q: string; limit: number }
export type LookupRow = {
  id: string
  slug: string
  name: string
  /** what tells it from others of that name */
  hint?: string
}

const select = { id: true, slug: true, name: true } as const
const named = (q: string) =>
  q === '' ? {} : { name: { contains: q, mode: 'insensitive' as const } }

/** Skills for a picker: those whose name contains the text, the shortest names first. */
export const lookUpSkills = (
  db: DbOrTx,
  { q, limit }: Lookup,
): Promise<LookupRow[]> => db.$queryRaw<
  LookupRow[]
>`select id, slug, name::text from skills where ${q} = '' or name ilike ${pattern(q)}
  order by length(name::text), name limit ${limit}`

export const lookUpTopics = (db: DbOrTx, { q, limit }: Lookup): Promise<LookupRow[]> =>
  db.topic.findMany({ where: named(q), orderBy: { position: 'asc' }, take: limit, select })

export const lookUpPeople = (db: DbOrTx, { q, limit }: Lookup): Promise<LookupRow[]> =>
  db.person.findMany({ where: named(q), orderBy: { name: 'asc' }, take: limit, select })

/** Providers; of somebody who is no editor, those that they are a member of. */
export const lookUpProviders = (
  db: DbOrTx,
  { q, limit }: Lookup,
  providerIds: readonly string[] | null,
): Promise<LookupRow[]> =>
  db.provider.findMany({
    where: { ...named(q), ...(providerIds === null ? {} : { id: { in: [...providerIds] } }) },
    orderBy: { name: 'asc' },
    take: limit,
    select,
  })

/** Offerings of ours that a program can be made of. */
export async function lookUpCourses(db: DbOrTx, { q, limit }: Lookup): Promise<LookupRow[]> {
  const rows = await db.offering.findMany({
    where: {
      kind: 'course',
      origin: 'own',
      status: { not: 'retired' },
      ...(q === '' ? {} : { title: { contains: q, mode: 'insensitive' as const } }),
    },
    orderBy: { title: 'asc' },
    take: limit,
    select: { id: true, slug: true, title: true },
  })
  return rows.map(({ id, slug, title }) => ({ id, slug, name: title }))
}

/** Offerings of anybody in any state but retired, each with its provider, for staff. */
export async function lookUpOfferings(db: DbOrTx, { q, limit }: Lookup): Promise<LookupRow[]> {
  const rows = await db.offering.findMany({
    where: {
      kind: { in: [...offeringKinds] },
      status: { not: 'retired' },
      ...(q === '' ? {} : { title: { contains: q, mode: 'insensitive' as const } }),
    },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, slug: true, title: true, provider: { select: { name: true } } },
  })
  return rows.map(({ id, slug, title, provider }) => ({
    id,
    slug,
    name: title,
    hint: provider.name,
  }))
}

const pattern = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`
