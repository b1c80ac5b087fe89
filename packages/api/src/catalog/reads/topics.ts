import type { DbOrTx } from '@archway/db/client'
import type { TopicSummary } from '../schema/search'

/** All topics in their order, with how many published offerings each has. */
export const listTopics = (db: DbOrTx): Promise<TopicSummary[]> => db.$queryRaw<TopicSummary[]>`
  select t.slug, t.name, t.description, parent.slug as "parentSlug",
    coalesce(counted.count, 0)::int as "offeringCount"
  from topics t
  left join topics parent on parent.id = t.parent_id
  left join (
    select x.topic_id, count(*) from offering_topics x
    join offerings o on o.id = x.offering_id and o.status = 'published' group by 1) counted
    on counted.topic_id = t.id
  order by t.position, t.slug`
