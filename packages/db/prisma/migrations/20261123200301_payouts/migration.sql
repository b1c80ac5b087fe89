-- CreateEnum
CREATE TYPE "provider_account_state" AS ENUM ('onboarding', 'ready', 'restricted', 'deauthorized');

-- CreateEnum
CREATE TYPE "payout_state" AS ENUM ('due', 'blocked', 'sent', 'paid', 'failed', 'cancelled');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "stripe_command_kind" ADD VALUE 'transfer';
ALTER TYPE "stripe_command_kind" ADD VALUE 'reverse_transfer';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ledger_kind" ADD VALUE 'transfer';
ALTER TYPE "ledger_kind" ADD VALUE 'transfer_reversal';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "book_kind" ADD VALUE 'transfer';
ALTER TYPE "book_kind" ADD VALUE 'transfer_reversal';

-- DropForeignKey
ALTER TABLE "stripe_commands" DROP CONSTRAINT "stripe_commands_order_id_fkey";

-- AlterTable
ALTER TABLE "stripe_commands" ADD COLUMN     "payout_id" UUID,
ALTER COLUMN "order_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "ledger_transactions" ADD COLUMN     "payout_id" UUID;

-- CreateTable
CREATE TABLE "revenue_share_rules" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "offering_id" UUID,
    "is_own_coupon" BOOLEAN NOT NULL DEFAULT false,
    "share_bps" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,
    "valid_to" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revenue_share_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_accounts" (
    "id" TEXT NOT NULL,
    "provider_id" UUID NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "state" "provider_account_state" NOT NULL DEFAULT 'onboarding',
    "reason" TEXT,
    "country" CHAR(2),
    "is_transferable" BOOLEAN NOT NULL DEFAULT false,
    "is_payable" BOOLEAN NOT NULL DEFAULT false,
    "has_details" BOOLEAN NOT NULL DEFAULT false,
    "has_tax_id" BOOLEAN NOT NULL DEFAULT false,
    "due" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "due_by" TIMESTAMPTZ(6),
    "synced_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "provider_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payouts" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "provider_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "state" "payout_state" NOT NULL,
    "reason" TEXT,
    "period_from" TIMESTAMPTZ(6) NOT NULL,
    "period_to" TIMESTAMPTZ(6) NOT NULL,
    "account_id" TEXT,
    "stripe_transfer_id" TEXT,
    "reversed_minor" BIGINT NOT NULL DEFAULT 0,
    "bank_payout_id" TEXT,
    "bank_arrives_on" DATE,
    "sent_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "payouts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_lines" (
    "ledger_entry_id" BIGINT NOT NULL,
    "payout_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "payout_lines_pkey" PRIMARY KEY ("ledger_entry_id")
);

-- CreateIndex
CREATE INDEX "revenue_share_rules_provider_id_valid_from_idx" ON "revenue_share_rules"("provider_id", "valid_from");

-- CreateIndex
CREATE INDEX "revenue_share_rules_offering_id_idx" ON "revenue_share_rules"("offering_id");

-- CreateIndex
CREATE INDEX "provider_accounts_provider_id_idx" ON "provider_accounts"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "payouts_number_key" ON "payouts"("number");

-- CreateIndex
CREATE UNIQUE INDEX "payouts_stripe_transfer_id_key" ON "payouts"("stripe_transfer_id");

-- CreateIndex
CREATE INDEX "payouts_provider_id_currency_idx" ON "payouts"("provider_id", "currency");

-- CreateIndex
CREATE INDEX "payouts_state_idx" ON "payouts"("state");

-- CreateIndex
CREATE INDEX "payouts_created_at_idx" ON "payouts"("created_at");

-- CreateIndex
CREATE INDEX "payout_lines_payout_id_idx" ON "payout_lines"("payout_id");

-- CreateIndex
CREATE INDEX "stripe_commands_payout_id_idx" ON "stripe_commands"("payout_id");

-- CreateIndex
CREATE INDEX "ledger_transactions_payout_id_idx" ON "ledger_transactions"("payout_id");

-- AddForeignKey
ALTER TABLE "stripe_commands" ADD CONSTRAINT "stripe_commands_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_commands" ADD CONSTRAINT "stripe_commands_payout_id_fkey" FOREIGN KEY ("payout_id") REFERENCES "payouts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_payout_id_fkey" FOREIGN KEY ("payout_id") REFERENCES "payouts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_share_rules" ADD CONSTRAINT "revenue_share_rules_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revenue_share_rules" ADD CONSTRAINT "revenue_share_rules_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_accounts" ADD CONSTRAINT "provider_accounts_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "provider_accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_lines" ADD CONSTRAINT "payout_lines_ledger_entry_id_fkey" FOREIGN KEY ("ledger_entry_id") REFERENCES "ledger_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_lines" ADD CONSTRAINT "payout_lines_payout_id_fkey" FOREIGN KEY ("payout_id") REFERENCES "payouts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
