import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import type { HomePage } from '../schema/search'
import { listCards } from './offering-cards'
import { listTopics } from './topics'

const FEATURED = 4
const OUTSIDE = 8
const CERTIFICATIONS = 4
/** How many of the most popular are looked at to find some of different providers. */
const CANDIDATES = 400

/**
 * Ids of the most popular offerings of other providers, one of each provider, without those whose last
 * day is over.
 */
const idsOfDifferentProviders = (
  kind: 'certification' | null,
  today: Date,
  count: number,
) => Prisma.sql`
  array(select picked.offering_id from (
    select distinct on (s.provider_slug) s.offering_id, s.popularity from (
      select offering_id, provider_slug, popularity from offering_search
      where is_listed and (retires_on is null or retires_on >= ${today.toISOString().slice(0, 10)}::date)
        ${kind === null ? Prisma.empty : Prisma.sql`and kind = ${kind}::offering_kind`}
      order by popularity desc, offering_id limit ${CANDIDATES}) s
    join offerings o on o.id = s.offering_id
    where o.origin = 'external'
    order by s.provider_slug, s.popularity desc, s.offering_id) picked
  order by picked.popularity desc, picked.offering_id limit ${count})`

/** Published offerings, and the providers and skills that have any. */
async function countPublished(db: DbOrTx): Promise<HomePage['counts']> {
  // "offset 0" has each provider and skill looked up until its first offering, instead of joining all.
  const [counts] = await db.$queryRaw<HomePage['counts'][]>`
    select
      (select count(*)::int from offering_search where is_listed) as offerings,
      (select count(*)::int from providers p where exists (
        select 1 from offering_search s where s.is_listed and s.provider_slug = p.slug offset 0)) as providers,
      (select count(*)::int from skills k where exists (
        select 1 from offering_skills x join offering_search s on s.offering_id = x.offering_id
        where x.skill_id = k.id and s.is_listed offset 0)) as skills`
  if (!counts) throw new Error('counting returned no row')
  return counts
}

/**
 * What the home page shows: our own courses and programs, what is popular elsewhere (one offering of
 * each provider), certifications (the same), topics.
 */
export async function getHomePage(db: DbOrTx, today: Date): Promise<HomePage> {
  const [ids] = await db.$queryRaw<
    { featured: string[]; popular: string[]; certifications: string[] }[]
  >`
    select
      array(select o.id from offerings o where o.origin = 'own' and o.status = 'published' and o.kind <> 'membership'
        order by o.kind desc, o.published_at desc, o.slug limit ${FEATURED}) as featured,
      ${idsOfDifferentProviders(null, today, OUTSIDE)} as popular,
      ${idsOfDifferentProviders('certification', today, CERTIFICATIONS)} as certifications`
  const popularIds = ids?.popular ?? []
  const featuredIds = ids?.featured ?? []
  const certificationIds = ids?.certifications ?? []
  const [cards, topics, counts] = await Promise.all([
    listCards(db, [...new Set([...featuredIds, ...popularIds, ...certificationIds])]),
    listTopics(db),
    countPublished(db),
  ])
  const byId = new Map(cards.map((card) => [card.id, card]))
  const pick = (wanted: readonly string[]) =>
    wanted.map((id) => byId.get(id)).filter((card) => card !== undefined)
  return {
    featured: pick(featuredIds),
    popular: pick(popularIds),
    certifications: pick(certificationIds),
    topics,
    counts,
  }
}
