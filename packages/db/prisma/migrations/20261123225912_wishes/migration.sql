-- AlterTable
ALTER TABLE "cart_items" ADD COLUMN     "wish_id" UUID NOT NULL;

-- AlterTable
ALTER TABLE "order_lines" ADD COLUMN     "wish_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "cart_items_wish_id_key" ON "cart_items"("wish_id");

-- CreateIndex
CREATE INDEX "order_lines_wish_id_idx" ON "order_lines"("wish_id");
