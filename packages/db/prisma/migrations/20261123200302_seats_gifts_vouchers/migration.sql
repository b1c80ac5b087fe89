-- CreateEnum
CREATE TYPE "voucher_state" AS ENUM ('available', 'reserved', 'held', 'used', 'void');

-- CreateEnum
CREATE TYPE "gift_state" AS ENUM ('scheduled', 'sent', 'claimed');

-- CreateEnum
CREATE TYPE "purchase_state" AS ENUM ('active', 'suspended', 'revoked');

-- CreateEnum
CREATE TYPE "seat_state" AS ENUM ('invited', 'claimed', 'released');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "grant_source" ADD VALUE 'seat';
ALTER TYPE "grant_source" ADD VALUE 'gift';

-- CreateTable
CREATE TABLE "exam_vouchers" (
    "id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "state" "voucher_state" NOT NULL DEFAULT 'available',
    "state_reason" TEXT,
    "valid_until" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "exam_vouchers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gifts" (
    "id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "buyer_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "recipient_email" CITEXT NOT NULL,
    "recipient_name" TEXT,
    "message" TEXT NOT NULL,
    "deliver_at" TIMESTAMPTZ(6) NOT NULL,
    "state" "gift_state" NOT NULL DEFAULT 'scheduled',
    "standing" "purchase_state" NOT NULL DEFAULT 'active',
    "standing_reason" TEXT,
    "mail_hash" TEXT,
    "link_hash" TEXT,
    "sends" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(6),
    "claimed_at" TIMESTAMPTZ(6),
    "claimed_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "gifts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_pools" (
    "id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "refunded_seats" INTEGER NOT NULL DEFAULT 0,
    "state" "purchase_state" NOT NULL DEFAULT 'active',
    "state_reason" TEXT,
    "link_hash" TEXT,
    "link_made_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "seat_pools_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_assignments" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "email" CITEXT NOT NULL,
    "user_id" UUID,
    "state" "seat_state" NOT NULL,
    "token_hash" TEXT,
    "sends" INTEGER NOT NULL DEFAULT 0,
    "consent_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(6),
    "released_at" TIMESTAMPTZ(6),
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "seat_assignments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "exam_vouchers_order_line_id_key" ON "exam_vouchers"("order_line_id");

-- CreateIndex
CREATE INDEX "exam_vouchers_owner_id_idx" ON "exam_vouchers"("owner_id");

-- CreateIndex
CREATE INDEX "exam_vouchers_offering_id_idx" ON "exam_vouchers"("offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "gifts_order_line_id_key" ON "gifts"("order_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "gifts_mail_hash_key" ON "gifts"("mail_hash");

-- CreateIndex
CREATE UNIQUE INDEX "gifts_link_hash_key" ON "gifts"("link_hash");

-- CreateIndex
CREATE INDEX "gifts_buyer_id_idx" ON "gifts"("buyer_id");

-- CreateIndex
CREATE INDEX "gifts_claimed_by_id_idx" ON "gifts"("claimed_by_id");

-- CreateIndex
CREATE INDEX "gifts_offering_id_idx" ON "gifts"("offering_id");

-- CreateIndex
CREATE INDEX "gifts_state_deliver_at_idx" ON "gifts"("state", "deliver_at");

-- CreateIndex
CREATE UNIQUE INDEX "seat_pools_order_line_id_key" ON "seat_pools"("order_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_pools_link_hash_key" ON "seat_pools"("link_hash");

-- CreateIndex
CREATE INDEX "seat_pools_owner_id_idx" ON "seat_pools"("owner_id");

-- CreateIndex
CREATE INDEX "seat_pools_offering_id_idx" ON "seat_pools"("offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_assignments_token_hash_key" ON "seat_assignments"("token_hash");

-- CreateIndex
CREATE INDEX "seat_assignments_pool_id_idx" ON "seat_assignments"("pool_id");

-- CreateIndex
CREATE INDEX "seat_assignments_user_id_idx" ON "seat_assignments"("user_id");

-- AddForeignKey
ALTER TABLE "exam_vouchers" ADD CONSTRAINT "exam_vouchers_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_vouchers" ADD CONSTRAINT "exam_vouchers_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_vouchers" ADD CONSTRAINT "exam_vouchers_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_buyer_id_fkey" FOREIGN KEY ("buyer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_pools" ADD CONSTRAINT "seat_pools_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_pools" ADD CONSTRAINT "seat_pools_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_pools" ADD CONSTRAINT "seat_pools_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_assignments" ADD CONSTRAINT "seat_assignments_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "seat_pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_assignments" ADD CONSTRAINT "seat_assignments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Seats -----------------------------------------------------------------------

alter table seat_pools
  add constraint seat_pools_quantity_check check (quantity > 0),
  add constraint seat_pools_refunded_check check (refunded_seats between 0 and quantity),
  add constraint seat_pools_link_check check ((link_hash is null) = (link_made_at is null));
alter table seat_assignments
  add constraint seat_assignments_slot_check check (slot > 0),
  add constraint seat_assignments_claimed_check check (
    (state <> 'claimed' or (user_id is not null and claimed_at is not null))
    and (state <> 'invited' or user_id is null)),
  add constraint seat_assignments_released_check check ((state = 'released') = (released_at is not null)),
  -- A secret opens what waits to be claimed and nothing else; progress is shown of a seat that is held.
  add constraint seat_assignments_token_check check (token_hash is null or state = 'invited'),
  add constraint seat_assignments_consent_check check (consent_at is null or state = 'claimed');

-- A seat has one holder at a time, a person one seat of a pack, and an address one invitation to it.
create unique index seat_assignments_slot on seat_assignments (pool_id, slot) where state <> 'released';
create unique index seat_assignments_person on seat_assignments (pool_id, user_id) where state = 'claimed';
create unique index seat_assignments_address on seat_assignments (pool_id, email) where state = 'invited';

-- Never more seats than were paid for: counted under the lock of the pack's row, whoever asks.
create function require_free_seat() returns trigger language plpgsql as $$
declare
  pool seat_pools%rowtype;
begin
  select * into pool from seat_pools where id = new.pool_id for no key update;
  if new.slot > pool.quantity then
    raise exception 'seat % is beyond pack %', new.slot, new.pool_id using errcode = 'check_violation';
  end if;
  if (select count(*) from seat_assignments where pool_id = new.pool_id and state <> 'released')
    >= pool.quantity - pool.refunded_seats then
    raise exception 'pack % has no free seat', new.pool_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger seat_assignments_free before insert on seat_assignments
  for each row execute function require_free_seat();

-- What a pack is and whose seat an assignment is are written once; a seat that was taken back stays so.
create function keep_seats() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception '% % is kept', tg_table_name, old.id using errcode = 'restrict_violation';
  end if;
  if tg_table_name = 'seat_pools' then
    if (new.order_line_id, new.owner_id, new.offering_id, new.quantity)
      <> (old.order_line_id, old.owner_id, old.offering_id, old.quantity) then
      raise exception 'pack % is written once', old.id using errcode = 'restrict_violation';
    end if;
  else
    if (new.pool_id, new.slot) <> (old.pool_id, old.slot) or old.state = 'released'
      or (old.state = 'claimed' and (new.state = 'invited' or new.user_id <> old.user_id)) then
      raise exception 'seat assignment % only goes forward', old.id using errcode = 'restrict_violation';
    end if;
  end if;
  return new;
end $$;
create trigger seat_pools_kept before update or delete on seat_pools
  for each row execute function keep_seats();
create trigger seat_assignments_kept before update or delete on seat_assignments
  for each row execute function keep_seats();

-- Gifts -----------------------------------------------------------------------

alter table gifts
  add constraint gifts_message_check check (length(message) <= 600),
  add constraint gifts_claimed_check check (
    (state = 'claimed') = (claimed_at is not null) and (claimed_at is null) = (claimed_by_id is null)),
  add constraint gifts_sent_check check (state <> 'sent' or sent_at is not null),
  -- A secret opens what nobody has claimed yet.
  add constraint gifts_secrets_check check (state <> 'claimed' or num_nonnulls(mail_hash, link_hash) = 0);

-- Claimed once, by one person, for good.
create function keep_gift() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or (new.order_line_id, new.buyer_id, new.offering_id) <> (old.order_line_id, old.buyer_id, old.offering_id)
    or (old.state = 'claimed' and (new.state <> 'claimed' or new.claimed_by_id <> old.claimed_by_id))
    or (old.state = 'sent' and new.state = 'scheduled') then
    raise exception 'gift % only goes forward', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger gifts_kept before update or delete on gifts for each row execute function keep_gift();

-- Exam vouchers ---------------------------------------------------------------

alter table exam_vouchers
  add constraint exam_vouchers_used_check check ((state = 'used') = (used_at is not null));

-- An exam that was sat cannot be sat again with the same voucher, whatever becomes of its money.
create function keep_exam_voucher() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or (new.order_line_id, new.owner_id, new.offering_id) <> (old.order_line_id, old.owner_id, old.offering_id)
    or (old.state = 'used' and new.state <> 'used') then
    raise exception 'exam voucher % is used once', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger exam_vouchers_kept before update or delete on exam_vouchers
  for each row execute function keep_exam_voucher();
