-- What a search costs must not grow with the catalogue: whatever finds a great many offerings is counted by
-- a sample of them, and lists are read in the order of an index. The samples are nested: each offering has
-- a level from 0 to 10, given by its id, and those up to level n are one in 1024, 1024/2, 1024/4 …

create function sample_term(id uuid) returns text language sql immutable parallel safe as $$
  select 'sample:' || length(ltrim((uuid_hash(id) & 1023)::bit(10)::text, '0'))
$$;

-- Titles as they are sorted. `unaccent` with its dictionary named depends on nothing that a session sets.
create function sortable(value text) returns text language sql immutable parallel safe as $$
  select lower(public.unaccent('public.unaccent'::regdictionary, value))
$$;

-- AlterTable
ALTER TABLE "offering_search"
  ADD COLUMN "title_document" tsvector NOT NULL generated always as (ts_filter(document, '{a}')) stored,
  ADD COLUMN "title_sort" TEXT NOT NULL generated always as (sortable(title)) stored;

-- Words, facets and samples in one index, so that their intersection is all that is read of the table.
drop index offering_search_document;
create index offering_search_terms on offering_search
  using gin (document, (facets || sample_term(offering_id)));
create index offering_search_title_document on offering_search using gin (title_document);
drop index offering_search_languages;

-- One for each order of the catalogue.
drop index offering_search_newest;
create index offering_search_newest on offering_search (published_at desc nulls last, offering_id)
  where is_listed;
drop index offering_search_price;
create index offering_search_price on offering_search
  ((case when price_class = 'free' then 0 else price_usd_minor end), offering_id) where is_listed;
drop index offering_search_title;
create index offering_search_title on offering_search (title_sort, offering_id) where is_listed;
