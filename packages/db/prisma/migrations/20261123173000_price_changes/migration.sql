-- CreateEnum
CREATE TYPE "price_change_state" AS ENUM ('scheduled', 'running', 'done', 'cancelled');

-- CreateTable
CREATE TABLE "price_changes" (
    "id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6),
    "state" "price_change_state" NOT NULL DEFAULT 'scheduled',
    "price_id" UUID,
    "former_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "price_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "price_changes_price_id_key" ON "price_changes"("price_id");

-- CreateIndex
CREATE INDEX "price_changes_offering_id_idx" ON "price_changes"("offering_id");

-- CreateIndex
CREATE INDEX "price_changes_former_id_idx" ON "price_changes"("former_id");

-- AddForeignKey
ALTER TABLE "price_changes" ADD CONSTRAINT "price_changes_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_changes" ADD CONSTRAINT "price_changes_price_id_fkey" FOREIGN KEY ("price_id") REFERENCES "prices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_changes" ADD CONSTRAINT "price_changes_former_id_fkey" FOREIGN KEY ("former_id") REFERENCES "prices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

create extension if not exists btree_gist;
alter table price_changes
  add constraint price_changes_amount_check check (amount_minor > 0),
  add constraint price_changes_window_check check (ends_at is null or ends_at > starts_at),
  add constraint price_changes_running_check check (state <> 'running' or (price_id is not null and ends_at is not null)),
  add constraint price_changes_apart exclude using gist (
    offering_id with =, currency with =, tstzrange(starts_at, coalesce(ends_at, starts_at), '[]') with &&
  ) where (state in ('scheduled', 'running'));
create index price_changes_due on price_changes (starts_at) where state in ('scheduled', 'running');
