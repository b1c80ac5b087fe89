-- CreateEnum
CREATE TYPE "book_kind" AS ENUM ('charge', 'refund', 'refund_failed', 'dispute', 'other');

-- CreateTable
CREATE TABLE "book_checks" (
    "id" UUID NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "period_start" TIMESTAMPTZ(6) NOT NULL,
    "period_end" TIMESTAMPTZ(6) NOT NULL,
    "ran_at" TIMESTAMPTZ(6) NOT NULL,
    "compared" INTEGER NOT NULL,
    "sums" JSONB NOT NULL,

    CONSTRAINT "book_checks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "book_differences" (
    "check_id" UUID NOT NULL,
    "kind" "book_kind" NOT NULL,
    "external_id" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "stripe_minor" BIGINT NOT NULL,
    "ledger_minor" BIGINT NOT NULL,
    "order_id" UUID,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "book_differences_pkey" PRIMARY KEY ("check_id","kind","external_id","currency")
);

-- CreateIndex
CREATE INDEX "book_checks_livemode_period_end_idx" ON "book_checks"("livemode", "period_end");

-- CreateIndex
CREATE INDEX "book_differences_order_id_idx" ON "book_differences"("order_id");

-- AddForeignKey
ALTER TABLE "book_differences" ADD CONSTRAINT "book_differences_check_id_fkey" FOREIGN KEY ("check_id") REFERENCES "book_checks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "book_differences" ADD CONSTRAINT "book_differences_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table book_checks add constraint book_checks_period_check check (period_start < period_end);
alter table book_differences
  add constraint book_differences_amount_check check (stripe_minor <> ledger_minor);
