import type { DbOrTx } from '@archway/db/client'
import type { TopicSummary } from '../schema/search'

/** All topics in their order, with how many published offerings they have, those of narrower topics included. */
export const listTopics = (db: DbOrTx): Promise<TopicSummary[]> => db.$queryRaw<TopicSummary[]>`
  select t.slug, t.name, t.description, parent.slug as "parentSlug",
    (select count(*)::int from offering_search s where s.is_listed and s.topics @> array[t.slug]) as "offeringCount"
  from topics t
  left join topics parent on parent.id = t.parent_id
  order by t.position, t.slug`
