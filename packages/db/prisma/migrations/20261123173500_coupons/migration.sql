-- CreateEnum
CREATE TYPE "coupon_kind" AS ENUM ('percentage', 'amount');

-- CreateEnum
CREATE TYPE "coupon_scope" AS ENUM ('everything', 'offerings', 'providers', 'topics');

-- CreateEnum
CREATE TYPE "coupon_redemption_state" AS ENUM ('reserved', 'redeemed', 'released');

-- CreateTable
CREATE TABLE "coupons" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "coupon_kind" NOT NULL,
    "percent_bps" INTEGER,
    "scope" "coupon_scope" NOT NULL DEFAULT 'everything',
    "is_first_order_only" BOOLEAN NOT NULL DEFAULT false,
    "is_combinable" BOOLEAN NOT NULL DEFAULT false,
    "per_person_limit" INTEGER,
    "total_limit" INTEGER,
    "reserved_count" INTEGER NOT NULL DEFAULT 0,
    "redeemed_count" INTEGER NOT NULL DEFAULT 0,
    "starts_at" TIMESTAMPTZ(6),
    "ends_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),
    "owner_provider_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "coupons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon_amounts" (
    "coupon_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT,
    "minimum_minor" BIGINT,

    CONSTRAINT "coupon_amounts_pkey" PRIMARY KEY ("coupon_id","currency")
);

-- CreateTable
CREATE TABLE "coupon_offerings" (
    "coupon_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,

    CONSTRAINT "coupon_offerings_pkey" PRIMARY KEY ("coupon_id","offering_id")
);

-- CreateTable
CREATE TABLE "coupon_providers" (
    "coupon_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,

    CONSTRAINT "coupon_providers_pkey" PRIMARY KEY ("coupon_id","provider_id")
);

-- CreateTable
CREATE TABLE "coupon_topics" (
    "coupon_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "coupon_topics_pkey" PRIMARY KEY ("coupon_id","topic_id")
);

-- CreateTable
CREATE TABLE "coupon_codes" (
    "id" UUID NOT NULL,
    "coupon_id" UUID NOT NULL,
    "code" CITEXT NOT NULL,
    "is_single_use" BOOLEAN NOT NULL DEFAULT false,
    "batch_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coupon_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon_redemptions" (
    "id" UUID NOT NULL,
    "coupon_id" UUID NOT NULL,
    "code_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "state" "coupon_redemption_state" NOT NULL,
    "is_over_limit" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "is_single_use" BOOLEAN NOT NULL,
    "is_first_only" BOOLEAN NOT NULL,
    "person_use" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "coupon_redemptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon_redemption_lines" (
    "redemption_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "coupon_redemption_lines_pkey" PRIMARY KEY ("redemption_id","order_line_id")
);

-- CreateTable
CREATE TABLE "free_payments" (
    "order_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "free_payments_pkey" PRIMARY KEY ("order_id")
);

-- CreateIndex
CREATE INDEX "coupons_owner_provider_id_idx" ON "coupons"("owner_provider_id");

-- CreateIndex
CREATE INDEX "coupon_offerings_offering_id_idx" ON "coupon_offerings"("offering_id");

-- CreateIndex
CREATE INDEX "coupon_providers_provider_id_idx" ON "coupon_providers"("provider_id");

-- CreateIndex
CREATE INDEX "coupon_topics_topic_id_idx" ON "coupon_topics"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "coupon_codes_code_key" ON "coupon_codes"("code");

-- CreateIndex
CREATE INDEX "coupon_codes_coupon_id_created_at_idx" ON "coupon_codes"("coupon_id", "created_at");

-- CreateIndex
CREATE INDEX "coupon_redemptions_order_id_idx" ON "coupon_redemptions"("order_id");

-- CreateIndex
CREATE INDEX "coupon_redemptions_code_id_idx" ON "coupon_redemptions"("code_id");

-- CreateIndex
CREATE INDEX "coupon_redemptions_user_id_coupon_id_idx" ON "coupon_redemptions"("user_id", "coupon_id");

-- CreateIndex
CREATE UNIQUE INDEX "coupon_redemptions_coupon_id_order_id_key" ON "coupon_redemptions"("coupon_id", "order_id");

-- CreateIndex
CREATE INDEX "coupon_redemption_lines_order_line_id_idx" ON "coupon_redemption_lines"("order_line_id");

-- AddForeignKey
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_owner_provider_id_fkey" FOREIGN KEY ("owner_provider_id") REFERENCES "providers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_amounts" ADD CONSTRAINT "coupon_amounts_coupon_id_fkey" FOREIGN KEY ("coupon_id") REFERENCES "coupons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_offerings" ADD CONSTRAINT "coupon_offerings_coupon_id_fkey" FOREIGN KEY ("coupon_id") REFERENCES "coupons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_offerings" ADD CONSTRAINT "coupon_offerings_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_providers" ADD CONSTRAINT "coupon_providers_coupon_id_fkey" FOREIGN KEY ("coupon_id") REFERENCES "coupons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_providers" ADD CONSTRAINT "coupon_providers_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_topics" ADD CONSTRAINT "coupon_topics_coupon_id_fkey" FOREIGN KEY ("coupon_id") REFERENCES "coupons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_topics" ADD CONSTRAINT "coupon_topics_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_codes" ADD CONSTRAINT "coupon_codes_coupon_id_fkey" FOREIGN KEY ("coupon_id") REFERENCES "coupons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_coupon_id_fkey" FOREIGN KEY ("coupon_id") REFERENCES "coupons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "coupon_codes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_redemptions" ADD CONSTRAINT "coupon_redemptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_redemption_lines" ADD CONSTRAINT "coupon_redemption_lines_redemption_id_fkey" FOREIGN KEY ("redemption_id") REFERENCES "coupon_redemptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_redemption_lines" ADD CONSTRAINT "coupon_redemption_lines_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "free_payments" ADD CONSTRAINT "free_payments_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What a coupon may say -------------------------------------------------------

alter table coupons
  add constraint coupons_percent_check check (
    (kind = 'percentage') = (percent_bps is not null) and percent_bps between 1 and 10000),
  add constraint coupons_limits_check check (per_person_limit > 0 and total_limit > 0),
  add constraint coupons_window_check check (ends_at > starts_at),
  -- The last word on how often a coupon is used, whoever counts wrong.
  add constraint coupons_counts_check check (
    reserved_count >= 0 and redeemed_count >= 0 and reserved_count + redeemed_count <= total_limit);
alter table coupon_amounts
  add constraint coupon_amounts_currency_check check (currency ~ '^[A-Z]{3}$'),
  add constraint coupon_amounts_amount_check check (amount_minor > 0 and minimum_minor > 0),
  add constraint coupon_amounts_some_check check (num_nonnulls(amount_minor, minimum_minor) > 0);
alter table coupon_codes add constraint coupon_codes_code_check check (code::text ~ '^[A-Z0-9-]{3,40}$');

-- Uses ------------------------------------------------------------------------

alter table coupon_redemptions
  add constraint coupon_redemptions_amount_check check (amount_minor > 0),
  add constraint coupon_redemptions_person_use_check check (person_use > 0);
alter table coupon_redemption_lines
  add constraint coupon_redemption_lines_amount_check check (amount_minor > 0);

-- A code for one use has one; a person has each of their uses once, and one first order in a lifetime.
create unique index coupon_redemptions_single_use on coupon_redemptions (code_id)
  where is_single_use and state <> 'released' and not is_over_limit;
create unique index coupon_redemptions_person_use on coupon_redemptions (coupon_id, user_id, person_use)
  where state <> 'released' and not is_over_limit;
create unique index coupon_redemptions_first_order on coupon_redemptions (user_id)
  where is_first_only and state <> 'released' and not is_over_limit;

-- The counters of a coupon follow its redemptions by themselves, under the lock of the coupon's row.
create function count_coupon_redemption() returns trigger language plpgsql as $$
declare
  was_reserved int := 0;
  was_redeemed int := 0;
  is_reserved int := (new.state = 'reserved' and not new.is_over_limit)::int;
  is_redeemed int := (new.state = 'redeemed' and not new.is_over_limit)::int;
begin
  if tg_op = 'UPDATE' then
    was_reserved := (old.state = 'reserved' and not old.is_over_limit)::int;
    was_redeemed := (old.state = 'redeemed' and not old.is_over_limit)::int;
  end if;
  if is_reserved <> was_reserved or is_redeemed <> was_redeemed then
    update coupons
    set reserved_count = reserved_count + is_reserved - was_reserved,
      redeemed_count = redeemed_count + is_redeemed - was_redeemed
    where id = new.coupon_id;
  end if;
  return null;
end $$;
create trigger coupon_redemptions_counted after insert or update on coupon_redemptions
  for each row execute function count_coupon_redemption();

-- Only where a redemption stands may change; what it took off and from whom may not.
create function keep_coupon_redemption() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or (new.coupon_id, new.code_id, new.order_id, new.user_id, new.position, new.currency, new.amount_minor,
        new.is_single_use, new.is_first_only)
      <> (old.coupon_id, old.code_id, old.order_id, old.user_id, old.position, old.currency, old.amount_minor,
        old.is_single_use, old.is_first_only) then
    raise exception 'coupon redemption % is written once', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger coupon_redemptions_kept before update or delete on coupon_redemptions
  for each row execute function keep_coupon_redemption();
create trigger coupon_redemption_lines_immutable before update or delete on coupon_redemption_lines
  for each row execute function refuse_change();

-- What a coupon took off an order is what it took off its lines, and the coupons of an order explain its
-- discount. Deferred: lines arrive after their redemption.
create function require_coupon_sums() returns trigger language plpgsql as $$
begin
  if new.amount_minor is distinct from (
      select sum(amount_minor) from coupon_redemption_lines where redemption_id = new.id)
    or (select sum(amount_minor) from coupon_redemptions where order_id = new.order_id)
      > (select discount_minor from orders where id = new.order_id) then
    raise exception 'coupon redemption % does not add up', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger coupon_redemptions_sums after insert on coupon_redemptions
  deferrable initially deferred for each row execute function require_coupon_sums();

-- Only an order that leaves nothing to pay is settled without money, and that is written once.
create function require_free_order() returns trigger language plpgsql as $$
begin
  if exists (select 1 from orders where id = new.order_id and total_minor > 0) then
    raise exception 'order % has something to pay', new.order_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger free_payments_free before insert on free_payments
  for each row execute function require_free_order();
create trigger free_payments_immutable before update or delete on free_payments
  for each row execute function refuse_change();
