create extension if not exists fuzzystrmatch;

-- The words of titles, providers and skills, to find what a misspelled word was meant to be. It grows
-- with the vocabulary, not with the catalogue, so that looking a word up costs the same at any size.
-- The "C" collation lets the primary key serve prefixes. Words stay when their last offering goes: a correction that finds nothing does no harm.
create table search_words (word text collate "C" primary key);
create index search_words_trigrams on search_words using gin (word gin_trgm_ops);

create function note_search_words() returns trigger language plpgsql as $$
begin
  -- Sorted, so that two transactions with the same new words wait for each other in one order.
  insert into search_words (word)
    select distinct found.word
    from changed c, regexp_split_to_table(c.fuzzy, '[^[:alnum:]]+') as found (word)
    where length(found.word) between 3 and 40 and found.word ~ '[[:alpha:]]'
      and not exists (select 1 from search_words known where known.word = found.word)
    order by 1
  on conflict do nothing;
  return null;
end $$;
create trigger offering_search_words_insert after insert on offering_search
  referencing new table as changed for each statement execute function note_search_words();
create trigger offering_search_words_update after update on offering_search
  referencing new table as changed for each statement execute function note_search_words();

insert into search_words (word)
  select distinct found.word
  from offering_search s, regexp_split_to_table(s.fuzzy, '[^[:alnum:]]+') as found (word)
  where length(found.word) between 3 and 40 and found.word ~ '[[:alpha:]]';
