alter table revenue_share_rules
  add constraint revenue_share_rules_share_check check (share_bps between 0 and 10000),
  add constraint revenue_share_rules_window_check check (valid_to is null or valid_to > valid_from),
  -- Of rules that say the same thing, one holds at a time. A missing offering equals nothing but itself.
  add constraint revenue_share_rules_apart exclude using gist (
    provider_id with =, coalesce(offering_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
    (is_own_coupon::int) with =, tstzrange(valid_from, valid_to) with &&
  );

create unique index provider_accounts_one_live on provider_accounts (provider_id, livemode)
  where state <> 'deauthorized';

alter table payouts
  add constraint payouts_amount_check check (amount_minor > 0),
  add constraint payouts_reversed_check check (reversed_minor between 0 and amount_minor),
  add constraint payouts_period_check check (period_from <= period_to),
  add constraint payouts_blocked_check check (state <> 'blocked' or reason is not null),
  add constraint payouts_sent_check check (
    (state in ('sent', 'paid', 'failed')) = (stripe_transfer_id is not null and sent_at is not null)),
  add constraint payouts_account_check check (state in ('due', 'blocked', 'cancelled') or account_id is not null);
-- What waits for a provider in a currency is one payout; a second run has to leave it or plan it anew.
create unique index payouts_one_open on payouts (provider_id, currency, livemode)
  where state in ('due', 'blocked');

alter table stripe_commands
  add constraint stripe_commands_payout_check check (
    (kind in ('transfer', 'reverse_transfer')) = (payout_id is not null)
    and (order_id is null or payout_id is null));
-- A payout is transferred by one command: another one only after Stripe has refused the first for good.
create unique index stripe_commands_one_transfer on stripe_commands (payout_id)
  where kind = 'transfer' and state <> 'failed';

-- A payout consists of what the ledger owes that provider in that currency, as the ledger has it, and of no
-- transfer. What is on its way to a provider no longer changes.
create function require_payout_line() returns trigger language plpgsql as $$
declare
  line payout_lines := case when tg_op = 'DELETE' then old else new end;
  payout payouts;
begin
  select * into payout from payouts where id = line.payout_id;
  if tg_op = 'DELETE' then
    if found and payout.state <> 'blocked' then
      raise exception 'payout % can no longer be changed', line.payout_id using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if payout.state not in ('due', 'blocked') or not exists (
      select 1 from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
      where e.id = line.ledger_entry_id and e.account = 'provider_payable'
        and e.owner_id = payout.provider_id and e.currency = payout.currency
        and e.amount_minor = -line.amount_minor and t.livemode = payout.livemode and t.kind <> 'transfer') then
    raise exception 'ledger entry % does not belong in payout %', line.ledger_entry_id, line.payout_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger payout_lines_fit before insert or delete on payout_lines
  for each row execute function require_payout_line();
create trigger payout_lines_immutable before update on payout_lines
  for each row execute function refuse_change();

create function keep_payout() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'blocked' then
      raise exception 'payout % stays', old.id using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if new.state in ('blocked', 'cancelled') and exists (
      select 1 from stripe_commands where payout_id = old.id and kind = 'transfer' and state <> 'failed') then
    raise exception 'payout % may have been sent', old.id using errcode = 'restrict_violation';
  end if;
  if (new.provider_id, new.currency, new.livemode) <> (old.provider_id, old.currency, old.livemode)
    or (old.state <> 'blocked' and new.amount_minor <> old.amount_minor)
    or (old.stripe_transfer_id is not null and new.stripe_transfer_id is distinct from old.stripe_transfer_id) then
    raise exception 'payout % can no longer be changed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger payouts_kept before update or delete on payouts
  for each row execute function keep_payout();

-- A payout is the sum of its lines. Deferred: lines arrive after their payout.
create function require_payout_sum() returns trigger language plpgsql as $$
declare
  payout uuid := case when tg_table_name = 'payouts' then new.id when tg_op = 'DELETE' then old.payout_id else new.payout_id end;
begin
  if exists (select 1 from payouts p where p.id = payout and p.state <> 'cancelled' and p.amount_minor is distinct from (
      select sum(l.amount_minor) from payout_lines l where l.payout_id = p.id)) then
    raise exception 'payout % is not the sum of its lines', payout using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger payouts_sum after insert or update on payouts
  deferrable initially deferred for each row execute function require_payout_sum();
create constraint trigger payout_lines_sum after insert or delete on payout_lines
  deferrable initially deferred for each row execute function require_payout_sum();
