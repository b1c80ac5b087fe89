import type { DbOrTx } from '@archway/db/client'
import type { HomePage } from '../schema/search'
import { listCards } from './offering-cards'
import { listPopularIds } from './popular'
import { listTopics } from './topics'

const FEATURED = 4
const POPULAR = 8
const CERTIFICATIONS = 4

/** What the home page shows: our own courses and programs, what is popular, new certifications, topics. */
export async function getHomePage(db: DbOrTx): Promise<HomePage> {
  const [ids] = await db.$queryRaw<{ featured: string[]; certifications: string[] }[]>`
    select
      array(select o.id from offerings o where o.origin = 'own' and o.status = 'published'
        order by o.kind desc, o.published_at desc, o.slug limit ${FEATURED}) as featured,
      array(select s.offering_id from offering_search s where s.is_listed and s.kind = 'certification'
        order by s.published_at desc, s.offering_id limit ${CERTIFICATIONS}) as certifications`
  const popularIds = await listPopularIds(db, POPULAR)
  const featuredIds = ids?.featured ?? []
  const certificationIds = ids?.certifications ?? []
  const [cards, topics, offerings, providers, skills] = await Promise.all([
    listCards(db, [...new Set([...featuredIds, ...popularIds, ...certificationIds])]),
    listTopics(db),
    db.offering.count({ where: { status: 'published' } }),
    db.provider.count({ where: { offerings: { some: { status: 'published' } } } }),
    db.skill.count({ where: { offerings: { some: { offering: { status: 'published' } } } } }),
  ])
  const byId = new Map(cards.map((card) => [card.id, card]))
  const pick = (wanted: readonly string[]) =>
    wanted.map((id) => byId.get(id)).filter((card) => card !== undefined)
  return {
    featured: pick(featuredIds),
    popular: pick(popularIds),
    newestCertifications: pick(certificationIds),
    topics,
    counts: { offerings, providers, skills },
  }
}
