-- CreateEnum
CREATE TYPE "bundle_status" AS ENUM ('draft', 'published', 'retired');

-- CreateEnum
CREATE TYPE "line_purpose" AS ENUM ('access', 'seats', 'gift', 'exam_attempt');

-- DropIndex
DROP INDEX "order_lines_order_id_offering_id_key";

-- AlterTable
ALTER TABLE "order_lines" ADD COLUMN     "bundle_id" UUID,
ADD COLUMN     "purpose" "line_purpose" NOT NULL DEFAULT 'access',
ADD COLUMN     "quantity" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "bundles" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "status" "bundle_status" NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "bundles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bundle_offerings" (
    "bundle_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "bundle_offerings_pkey" PRIMARY KEY ("bundle_id","offering_id")
);

-- CreateTable
CREATE TABLE "bundle_prices" (
    "bundle_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "bundle_prices_pkey" PRIMARY KEY ("bundle_id","currency")
);

-- CreateIndex
CREATE UNIQUE INDEX "bundles_slug_key" ON "bundles"("slug");

-- CreateIndex
CREATE INDEX "bundles_status_published_at_idx" ON "bundles"("status", "published_at");

-- CreateIndex
CREATE INDEX "bundle_offerings_offering_id_idx" ON "bundle_offerings"("offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "bundle_offerings_bundle_id_position_key" ON "bundle_offerings"("bundle_id", "position");

-- CreateIndex
CREATE INDEX "order_lines_bundle_id_idx" ON "order_lines"("bundle_id");

-- AddForeignKey
ALTER TABLE "bundle_offerings" ADD CONSTRAINT "bundle_offerings_bundle_id_fkey" FOREIGN KEY ("bundle_id") REFERENCES "bundles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bundle_offerings" ADD CONSTRAINT "bundle_offerings_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bundle_prices" ADD CONSTRAINT "bundle_prices_bundle_id_fkey" FOREIGN KEY ("bundle_id") REFERENCES "bundles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_bundle_id_fkey" FOREIGN KEY ("bundle_id") REFERENCES "bundles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What somebody buys access to once, they may still give away or buy seats for in the same order.
create unique index order_lines_access_once on order_lines (order_id, offering_id)
  where purpose = 'access';
alter table order_lines
  add constraint order_lines_quantity_check check (quantity = 1 or (quantity > 1 and purpose = 'seats')),
  add constraint order_lines_bundle_check check (bundle_id is null or purpose = 'access');
alter table bundle_prices
  add constraint bundle_prices_amount_check check (amount_minor > 0),
  add constraint bundle_prices_currency_check check (currency ~ '^[A-Z]{3}$');
alter table bundles
  add constraint bundles_published_check check (status <> 'published' or published_at is not null);
