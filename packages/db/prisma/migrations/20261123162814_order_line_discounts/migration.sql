-- What a line cost before any discount, and what was taken off it. Until now there were no discounts:
-- the list price of every line that was sold is what was paid for it.
alter table order_lines
  add column discount_minor bigint not null default 0,
  add column list_minor bigint;
alter table order_lines disable trigger order_lines_immutable;
update order_lines set list_minor = amount_minor;
alter table order_lines enable trigger order_lines_immutable;
alter table order_lines
  alter column list_minor set not null,
  add constraint order_lines_discount_check check (
    discount_minor between 0 and list_minor and amount_minor = list_minor - discount_minor);

-- An order says of its lines together what they say one by one. Deferred: lines arrive after their order.
create function require_order_sums() returns trigger language plpgsql as $$
declare
  touched uuid := case when tg_table_name = 'orders' then new.id else new.order_id end;
begin
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
create constraint trigger order_lines_sums after insert on order_lines
  deferrable initially deferred for each row execute function require_order_sums();
create constraint trigger orders_sums after update of subtotal_minor, discount_minor on orders
  deferrable initially deferred for each row execute function require_order_sums();
