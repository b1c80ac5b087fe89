-- AlterTable
ALTER TABLE "order_lines" ADD COLUMN     "gift_wish" JSONB;
