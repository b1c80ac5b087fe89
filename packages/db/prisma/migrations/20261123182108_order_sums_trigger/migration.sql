-- Read the row by table: an expression with both fields fails where one of them does not exist.
create or replace function require_order_sums() returns trigger language plpgsql as $$
declare
  touched uuid;
begin
  if tg_table_name = 'orders' then
    touched := new.id;
  else
    touched := new.order_id;
  end if;
  if exists (
    select 1 from orders o
    cross join lateral (
      select sum(list_minor) as list, sum(discount_minor) as discount
      from order_lines where order_id = o.id) lines
    where o.id = touched
      and (lines.list <> o.subtotal_minor or lines.discount <> o.discount_minor)) then
    raise exception 'order % does not add up to its lines', touched using errcode = 'check_violation';
  end if;
  return null;
end $$;
