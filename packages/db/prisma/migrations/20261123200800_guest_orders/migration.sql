-- AlterTable
ALTER TABLE "coupon_redemptions" ADD COLUMN     "guest_email" TEXT,
ALTER COLUMN "user_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "claimed_at" TIMESTAMPTZ(6),
ADD COLUMN     "guest_key" TEXT,
ALTER COLUMN "user_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "order_claim_tokens" (
    "token_hash" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "requested_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "order_claim_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "order_claim_tokens_order_id_idx" ON "order_claim_tokens"("order_id");

-- AddForeignKey
ALTER TABLE "order_claim_tokens" ADD CONSTRAINT "order_claim_tokens_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Guests --------------------------------------------------------------------

-- An order is a member's, or a guest's who is known by the browser it was placed from; a guest's has a
-- user exactly since it was claimed.
alter table orders
  add constraint orders_buyer_check check (
    case when guest_key is null then user_id is not null and claimed_at is null
    else (user_id is null) = (claimed_at is null) and email = lower(email) end);
-- One open order per browser and cart, as a member has one per cart: the address alone opens nobody's session.
create unique index orders_one_open_guest on orders (guest_key, cart_hash)
  where guest_key is not null and status in ('awaiting_payment', 'processing');
create index orders_guest_email on orders (email) where guest_key is not null;

-- An order keeps who placed it, and changes hands once: from nobody to who claims it.
create function keep_order_buyer() returns trigger language plpgsql as $$
begin
  if new.guest_key is distinct from old.guest_key
    or (old.user_id is not null and new.user_id is distinct from old.user_id)
    or (old.claimed_at is not null and new.claimed_at is distinct from old.claimed_at) then
    raise exception 'order % has its buyer already', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger orders_buyer_kept before update on orders
  for each row execute function keep_order_buyer();

-- Guests have the same limits as members, by their address.
alter table coupon_redemptions
  add constraint coupon_redemptions_person_check check (
    num_nonnulls(user_id, guest_email) = 1 and guest_email = lower(guest_email));
create unique index coupon_redemptions_guest_use on coupon_redemptions (coupon_id, guest_email, person_use)
  where guest_email is not null and state <> 'released' and not is_over_limit;
create unique index coupon_redemptions_guest_first on coupon_redemptions (guest_email)
  where guest_email is not null and is_first_only and state <> 'released' and not is_over_limit;

-- As before, and for people who may be absent too.
create or replace function keep_coupon_redemption() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or (new.coupon_id, new.code_id, new.order_id, new.user_id, new.guest_email, new.position, new.currency,
        new.amount_minor, new.is_single_use, new.is_first_only)
      is distinct from
      (old.coupon_id, old.code_id, old.order_id, old.user_id, old.guest_email, old.position, old.currency,
        old.amount_minor, old.is_single_use, old.is_first_only) then
    raise exception 'coupon redemption % is written once', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
