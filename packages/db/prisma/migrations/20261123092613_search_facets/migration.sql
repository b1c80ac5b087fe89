-- AlterTable
ALTER TABLE "offering_search" ADD COLUMN     "facets" TEXT[];

-- Facets are counted in one pass over one column, and a wide topic finds what is filed under a narrow
-- one. Phrases must not be found across the joints of a search document: the title is in it twice, once
-- stemmed and once as it stands, and skills and topics follow each other. A placeholder between the parts
-- moves them apart and is taken out again.

create function search_gap() returns tsvector language sql immutable as $$ select '''--gap--'':12'::tsvector $$;

-- Ranges and floors are those of packages/api/src/catalog/schema/vocabulary.ts; a test compares them.
create function search_facets(kind text, level text, provider text, topics text[], skills text[], languages text[],
  duration text, price_class text, usd_minor bigint, rating int) returns text[] language sql immutable as $$
  select array['kind:' || kind, 'level:' || level, 'provider:' || provider]
    || array(select 'topic:' || t from unnest(topics) t)
    || array(select 'skill:' || s from unnest(skills) s)
    || array(select 'language:' || l from unnest(languages) l)
    || array_remove(array[
      'duration:' || duration,
      'price:' || price_class,
      case when usd_minor between 1 and 4999 then 'price:under-50'
           when usd_minor between 5000 and 19999 then 'price:50-to-200'
           when usd_minor between 20000 and 49999 then 'price:200-to-500'
           when usd_minor >= 50000 then 'price:over-500' end,
      case when rating >= 450 then 'rating:450' end,
      case when rating >= 400 then 'rating:400' end,
      case when rating >= 350 then 'rating:350' end], null)
$$;

create or replace function rebuild_offering_search(ids uuid[]) returns void language plpgsql as $$
begin
  -- Lock first, read in a second statement: two editors of one offering cannot leave a stale row.
  perform 1 from offerings where id = any (ids) order by id for update;
  insert into offering_search as s (
    offering_id, is_listed, kind, level, provider_slug, topics, skills, languages, duration_bucket,
    price_class, price_usd_minor, rating_centi, rating_count, popularity, published_at, title, facets, fuzzy, document)
  select o.id, o.status = 'published', o.kind, o.level, p.slug,
    coalesce(t.slugs, '{}'), coalesce(k.slugs, '{}'), coalesce(l.codes, '{}'), o.duration_bucket,
    pr.class, pr.usd_minor,
    o.rating_centi, o.rating_count,
    ln(1 + coalesce(o.external_enrolled, 0)
         + 50 * (select count(*) from enrolments e where e.offering_id = o.id)),
    o.published_at, o.title,
    search_facets(o.kind::text, o.level::text, p.slug, t.slugs, k.slugs, l.codes, o.duration_bucket::text,
      pr.class, pr.usd_minor, o.rating_centi),
    lower(unaccent(concat_ws(' ', o.title, p.name, k.names))),
    ts_delete(
      setweight(to_tsvector(search_config(coalesce(l.codes[1], 'en')), unaccent(o.title)), 'A') || search_gap()
        || setweight(to_tsvector('simple', unaccent(o.title)), 'A') || search_gap()
        || setweight(to_tsvector('english', unaccent(coalesce(k.names, ''))), 'B') || search_gap()
        || setweight(to_tsvector('simple', unaccent(p.name)), 'C') || search_gap()
        || setweight(to_tsvector('simple', unaccent(concat_ws(' ', k.names, t.names))), 'C') || search_gap()
        || setweight(to_tsvector(search_config(coalesce(l.codes[1], 'en')),
             unaccent(left(concat_ws(' ', o.summary, regexp_replace(o.description_html, '<[^>]*>', ' ', 'g')), 50000))), 'D'),
      '--gap--')
  from offerings o
  join providers p on p.id = o.provider_id
  left join lateral (
    with recursive own as (
      select x.topic_id as id, x.position, 0 as depth from offering_topics x where x.offering_id = o.id
      union all
      select topics.parent_id, own.position, own.depth + 1 from own join topics on topics.id = own.id
      where topics.parent_id is not null and own.depth < 10)
    select array_agg(found.slug order by found.depth, found.position, found.slug) as slugs,
           string_agg(found.name, ' ') filter (where found.depth = 0) as names
    from (select topics.slug, topics.name, min(own.depth) as depth, min(own.position) as position
          from own join topics on topics.id = own.id group by topics.slug, topics.name) found) t on true
  left join lateral (
    select array_agg(skills.slug order by x.position, skills.slug) as slugs,
           string_agg(skills.name::text, ' ' order by x.position) as names
    from offering_skills x join skills on skills.id = x.skill_id where x.offering_id = o.id) k on true
  left join lateral (
    select array_agg(x.language order by x.position, x.language) as codes
    from offering_languages x where x.offering_id = o.id) l on true
  left join lateral (
    select case when bool_or(x.amount_minor = 0) then 'free' when bool_or(x.amount_minor > 0) then 'paid' end as class,
           min(x.amount_minor) filter (where x.currency = 'USD' and x.period in ('one_time', 'per_exam')) as usd_minor
    from prices x where x.offering_id = o.id and x.valid_to is null) pr on true
  where o.id = any (ids)
  on conflict (offering_id) do update set
    is_listed = excluded.is_listed, kind = excluded.kind, level = excluded.level,
    provider_slug = excluded.provider_slug, topics = excluded.topics, skills = excluded.skills,
    languages = excluded.languages, duration_bucket = excluded.duration_bucket,
    price_class = excluded.price_class, price_usd_minor = excluded.price_usd_minor,
    rating_centi = excluded.rating_centi, rating_count = excluded.rating_count,
    popularity = excluded.popularity, published_at = excluded.published_at, title = excluded.title,
    facets = excluded.facets, fuzzy = excluded.fuzzy, document = excluded.document;
end $$;

-- A topic that moves takes its offerings, and those of the topics below it, to other topics above.
create or replace function note_renamed_topic() returns trigger language plpgsql as $$
begin
  insert into offering_search_dirty (offering_id)
    with recursive below as (
      select new.id
      union
      select t.id from topics t join below on t.parent_id = below.id)
    select distinct x.offering_id from offering_topics x join below on below.id = x.topic_id
  on conflict do nothing;
  return null;
end $$;
drop trigger topics_search_update on topics;
create trigger topics_search_update after update of name, slug, parent_id on topics
  for each row when (old.name is distinct from new.name or old.slug is distinct from new.slug
    or old.parent_id is distinct from new.parent_id)
  execute function note_renamed_topic();

select rebuild_offering_search(array(select id from offerings));
