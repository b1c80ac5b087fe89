-- CreateEnum
CREATE TYPE "upgrade_credit_state" AS ENUM ('reserved', 'redeemed', 'released');

-- CreateTable
CREATE TABLE "upgrade_credits" (
    "id" UUID NOT NULL,
    "source_line_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "state" "upgrade_credit_state" NOT NULL DEFAULT 'reserved',
    "is_doubled" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upgrade_credits_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "upgrade_credits_source_line_id_idx" ON "upgrade_credits"("source_line_id");

-- CreateIndex
CREATE INDEX "upgrade_credits_order_line_id_idx" ON "upgrade_credits"("order_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "upgrade_credits_order_id_source_line_id_key" ON "upgrade_credits"("order_id", "source_line_id");

-- AddForeignKey
ALTER TABLE "upgrade_credits" ADD CONSTRAINT "upgrade_credits_source_line_id_fkey" FOREIGN KEY ("source_line_id") REFERENCES "order_lines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upgrade_credits" ADD CONSTRAINT "upgrade_credits_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upgrade_credits" ADD CONSTRAINT "upgrade_credits_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was paid for a course counts once.
create unique index upgrade_credits_once on upgrade_credits (source_line_id)
  where state <> 'released' and not is_doubled;
alter table upgrade_credits
  add constraint upgrade_credits_amount_check check (amount_minor > 0),
  add constraint upgrade_credits_other_line_check check (source_line_id <> order_line_id);
