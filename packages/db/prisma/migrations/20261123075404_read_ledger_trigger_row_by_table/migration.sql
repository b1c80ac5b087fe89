-- The first version named a column that only one of its two tables has, which PL/pgSQL refuses for
-- the other whichever branch is taken. Reading the row as JSON asks for the column by table.
create or replace function require_balanced_ledger() returns trigger language plpgsql as $$
declare
  touched uuid := (to_jsonb(new) ->> case when tg_table_name = 'ledger_entries'
                                          then 'transaction_id' else 'id' end)::uuid;
begin
  if not exists (select 1 from ledger_entries where transaction_id = touched) then
    raise exception 'ledger transaction % has no entries', touched using errcode = 'check_violation';
  end if;
  if exists (select 1 from ledger_entries where transaction_id = touched
             group by currency having sum(amount_minor) <> 0) then
    raise exception 'ledger transaction % does not balance', touched using errcode = 'check_violation';
  end if;
  return null;
end $$;
