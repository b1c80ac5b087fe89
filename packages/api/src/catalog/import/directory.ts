import type { DbOrTx } from '@archway/db/client'
import { sha256 } from '../../shared/hash'
import { slugify } from '../../shared/slug'
import { guessProviderKind } from './rules/provider-kind'
import { topicRules } from './rules/topics'

const keyOf = (name: string) => name.normalize('NFC').toLowerCase()

/**
 * The providers, skills and topics that the rows of an import name, by name: those of the catalogue,
 * and those made on the way. What a transaction makes is only kept once it is committed.
 */
export type Directory = {
  providers: Map<string, string>
  skills: Map<string, string>
  topics: Map<string, string>
  /** names as they are written, of skills that contain a comma among them */
  skillNames: string[]
}

export async function loadDirectory(db: DbOrTx): Promise<Directory> {
  const [providers, skills, topics] = [
    await db.provider.findMany({ select: { id: true, name: true } }),
    await db.skill.findMany({ select: { id: true, name: true } }),
    await db.topic.findMany({ select: { id: true, slug: true } }),
  ]
  return {
    providers: new Map(providers.map(({ id, name }) => [keyOf(name), id])),
    skills: new Map(skills.map(({ id, name }) => [keyOf(name), id])),
    topics: new Map(topics.map(({ id, slug }) => [slug, id])),
    skillNames: skills.map(({ name }) => name),
  }
}

/** The id of a name; it was ensured before. */
export function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(keyOf(name))
  if (id === undefined) throw new Error(`"${name}" was not ensured`)
  return id
}

export const isKnown = (ids: ReadonlyMap<string, string>, name: string) => ids.has(keyOf(name))

/** A slug that no other name has: from the name, or with a part of its hash when that one is taken. */
function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const hash = sha256(keyOf(name)).slice(0, 8)
  const slug = slugify(name)
  if (slug === '') return `x-${hash}`
  return taken.has(slug) ? `${slug.slice(0, 70).replace(/-+$/, '')}-${hash}` : slug
}

const missing = (names: Iterable<string>, ids: ReadonlyMap<string, string>) => [
  ...new Map(
    [...names].filter((name) => !ids.has(keyOf(name))).map((name) => [keyOf(name), name]),
  ).values(),
]

/** Providers that have come since the directory was loaded: names are not unique, so they are looked up. */
async function findProviders(tx: DbOrTx, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from providers where lower(name) = any (${names.map(keyOf)}::text[])
    order by created_at desc, id desc`
  return new Map(rows.map(({ id, name }) => [keyOf(name), id]))
}

/**
 * Makes what is missing and returns a directory with everything that the names need. What somebody else
 * has made meanwhile is taken: another import, whose batches come one after the other with these, or
 * staff.
 */
export async function ensureNames(
  tx: DbOrTx,
  directory: Directory,
  wanted: { providers: Iterable<string>; skills: Iterable<string>; topics: Iterable<string> },
): Promise<Directory> {
  const providers = new Map(directory.providers)
  const skills = new Map(directory.skills)
  const topics = new Map(directory.topics)

  const unknownProviders = missing(wanted.providers, providers)
  if (unknownProviders.length > 0) {
    for (const [name, id] of await findProviders(tx, unknownProviders)) providers.set(name, id)
  }
  const newProviders = missing(wanted.providers, providers)
  if (newProviders.length > 0) {
    const taken = await takenSlugs(tx, 'provider', newProviders)
    const data = newProviders.map((name) => ({
      slug: freeSlug(name, taken),
      name,
      kind: guessProviderKind(name),
    }))
    await tx.provider.createMany({ data, skipDuplicates: true })
    const rows = await tx.provider.findMany({
      where: { slug: { in: data.map(({ slug }) => slug) } },
      select: { id: true, slug: true },
    })
    const bySlug = new Map(rows.map((row) => [row.slug, row.id]))
    for (const { slug, name } of data) providers.set(keyOf(name), bySlug.get(slug) ?? '')
  }

  const newSkills = missing(wanted.skills, skills)
  if (newSkills.length > 0) {
    const taken = await takenSlugs(tx, 'skill', newSkills)
    const data = newSkills.map((name) => ({ slug: freeSlug(name, taken), name }))
    await tx.skill.createMany({ data, skipDuplicates: true })
    const rows = await tx.skill.findMany({
      where: { name: { in: newSkills } },
      select: { id: true, name: true },
    })
    for (const { id, name } of rows) skills.set(keyOf(name), id)
  }

  const newTopics = missing(wanted.topics, topics)
  if (newTopics.length > 0) {
    await tx.topic.createMany({
      data: topicRules
        .filter(({ slug }) => newTopics.includes(slug))
        .map(({ slug, name }, index) => ({ slug, name, position: 100 + index })),
      skipDuplicates: true,
    })
    const rows = await tx.topic.findMany({
      where: { slug: { in: newTopics } },
      select: { id: true, slug: true },
    })
    for (const { id, slug } of rows) topics.set(slug, id)
  }
  return { providers, skills, topics, skillNames: directory.skillNames }
}

/** Slugs that the names would get and others have, within the names themselves too. */
async function takenSlugs(
  tx: DbOrTx,
  table: 'provider' | 'skill',
  names: readonly string[],
): Promise<Set<string>> {
  const slugs = names.map(slugify)
  const where = { slug: { in: slugs } }
  const rows =
    table === 'provider'
      ? await tx.provider.findMany({ where, select: { slug: true } })
      : await tx.skill.findMany({ where, select: { slug: true } })
  const taken = new Set(rows.map(({ slug }) => slug))
  for (const [index, slug] of slugs.entries()) {
    if (slugs.indexOf(slug) !== index) taken.add(slug)
  }
  return taken
}
