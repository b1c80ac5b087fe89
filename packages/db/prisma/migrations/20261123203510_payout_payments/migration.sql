-- AlterTable
ALTER TABLE "payouts" ADD COLUMN     "payment_id" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "payouts_payment_id_key" ON "payouts"("payment_id");

-- Each table has columns of its own: only the branch that is taken may name them.
create or replace function require_payout_sum() returns trigger language plpgsql as $$
declare
  payout uuid;
begin
  if tg_table_name = 'payouts' then payout := new.id;
  elsif tg_op = 'DELETE' then payout := old.payout_id;
  else payout := new.payout_id;
  end if;
  if exists (select 1 from payouts p where p.id = payout and p.state <> 'cancelled' and p.amount_minor is distinct from (
      select sum(l.amount_minor) from payout_lines l where l.payout_id = p.id)) then
    raise exception 'payout % is not the sum of its lines', payout using errcode = 'check_violation';
  end if;
  return null;
end $$;
