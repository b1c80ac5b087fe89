-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "review_cause" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "review_resolved_cause" TEXT NOT NULL DEFAULT '';
