import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import type { OfferingCard } from '../schema/search'

/** A card as the database hands it over: amounts as text, because JSON has no big integers. */
export type RawCard = Omit<OfferingCard, 'prices'> & {
  prices: (Omit<OfferingCard['prices'][number], 'amountMinor'> & { amountMinor: string })[]
}

export const toCard = (raw: RawCard): OfferingCard => ({
  ...raw,
  prices: raw.prices.map((price) => ({ ...price, amountMinor: BigInt(price.amountMinor) })),
})

/** JSON of one offering's card, for a statement in which the offering is `o` and its provider `p`. */
export const cardJson = Prisma.sql`json_build_object(
  'id', o.id, 'slug', o.slug, 'kind', o.kind, 'origin', o.origin, 'title', o.title, 'summary', o.summary,
  'level', o.level, 'imageKey', o.image_key, 'workloadHours', o.workload_hours,
  'externalEnrolled', o.external_enrolled,
  'isRetired', o.status = 'retired' or exists (
    select 1 from offering_search s where s.offering_id = o.id and s.retires_on < current_date),
  'provider', json_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'kind', p.kind,
    'logoKey', p.logo_key),
  'duration', case when o.duration_unit is not null then json_build_object(
    'min', o.duration_min, 'max', o.duration_max, 'unit', o.duration_unit, 'bucket', o.duration_bucket) end,
  'rating', case when o.rating_centi is not null then json_build_object(
    'centi', o.rating_centi, 'count', o.rating_count, 'source', o.rating_source) end,
  'languages', array(select l.language from offering_languages l
    where l.offering_id = o.id order by l.position, l.language),
  'skills', coalesce((select json_agg(json_build_object('slug', k.slug, 'name', k.name) order by x.position)
    from (select skill_id, position from offering_skills where offering_id = o.id order by position limit 4) x
    join skills k on k.id = x.skill_id), '[]'),
  'prices', coalesce((select json_agg(json_build_object('id', r.id, 'currency', r.currency,
      'amountMinor', r.amount_minor::text, 'period', r.period, 'note', r.note) order by r.amount_minor, r.currency)
    from prices r where r.offering_id = o.id and r.valid_to is null), '[]'))`

/** Cards of offerings in the order of the ids, whatever their status. */
export async function listCards(db: DbOrTx, ids: readonly string[]): Promise<OfferingCard[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<{ card: RawCard }[]>`
    select ${cardJson} as card
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, position)
    join offerings o on o.id = wanted.id
    join providers p on p.id = o.provider_id
    order by wanted.position`
  return rows.map((row) => toCard(row.card))
}
