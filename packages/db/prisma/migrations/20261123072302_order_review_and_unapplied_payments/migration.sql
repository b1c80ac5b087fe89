-- AlterEnum
ALTER TYPE "ledger_account" ADD VALUE 'unapplied_payments';

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "review_resolved" TEXT;
