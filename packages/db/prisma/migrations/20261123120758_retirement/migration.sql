-- AlterTable
ALTER TABLE "offering_search" ADD COLUMN     "retires_on" DATE;

-- A certification past the last day that its provider states comes last and says so.

-- The day that a fact states; null when it states something else, such as "2027" or "not announced".
create function stated_day(value text) returns date language plpgsql immutable as $$
begin
  if value !~ '^\d{4}-\d{2}-\d{2}$' then return null; end if;
  return make_date(left(value, 4)::int, substr(value, 6, 2)::int, right(value, 2)::int);
exception when datetime_field_overflow then
  return null;
end $$;

create or replace function rebuild_offering_search(ids uuid[]) returns void language plpgsql as $$
begin
  -- Lock first, read in a second statement: two editors of one offering cannot leave a stale row.
  perform 1 from offerings where id = any (ids) order by id for update;
  insert into offering_search as s (
    offering_id, is_listed, kind, level, provider_slug, topics, skills, languages, duration_bucket,
    price_class, price_usd_minor, rating_centi, rating_count, popularity, published_at, retires_on, title, facets, fuzzy, document)
  select o.id, o.status = 'published', o.kind, o.level, p.slug,
    coalesce(t.slugs, '{}'), coalesce(k.slugs, '{}'), coalesce(l.codes, '{}'), o.duration_bucket,
    pr.class, pr.usd_minor,
    o.rating_centi, o.rating_count,
    ln(1 + coalesce(o.external_enrolled, 0)
         + 50 * (select count(*) from enrolments e where e.offering_id = o.id)),
    o.published_at,
    (select stated_day(f.value) from offering_facts f where f.offering_id = o.id and f.key = 'retires_on'),
    o.title,
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
    popularity = excluded.popularity, published_at = excluded.published_at,
    retires_on = excluded.retires_on, title = excluded.title,
    facets = excluded.facets, fuzzy = excluded.fuzzy, document = excluded.document;
end $$;

create trigger offering_facts_search_insert after insert on offering_facts
  referencing new table as changed for each statement execute function note_offering_row();
create trigger offering_facts_search_update after update on offering_facts
  referencing new table as changed for each statement execute function note_offering_row();
create trigger offering_facts_search_delete after delete on offering_facts
  referencing old table as changed for each statement execute function note_offering_row();

select rebuild_offering_search(array(select offering_id from offering_facts where key = 'retires_on'));
