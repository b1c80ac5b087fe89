-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "price_region_id" UUID,
ADD COLUMN     "region_countries" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "price_regions" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_regions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_region_countries" (
    "country" CHAR(2) NOT NULL,
    "region_id" UUID NOT NULL,

    CONSTRAINT "price_region_countries_pkey" PRIMARY KEY ("country")
);

-- CreateTable
CREATE TABLE "regional_prices" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,
    "valid_to" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "regional_prices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "price_regions_name_key" ON "price_regions"("name");

-- CreateIndex
CREATE INDEX "price_region_countries_region_id_idx" ON "price_region_countries"("region_id");

-- CreateIndex
CREATE INDEX "regional_prices_offering_id_idx" ON "regional_prices"("offering_id");

-- CreateIndex
CREATE INDEX "regional_prices_region_id_idx" ON "regional_prices"("region_id");

-- AddForeignKey
ALTER TABLE "price_region_countries" ADD CONSTRAINT "price_region_countries_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "price_regions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regional_prices" ADD CONSTRAINT "regional_prices_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "price_regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regional_prices" ADD CONSTRAINT "regional_prices_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_price_region_id_fkey" FOREIGN KEY ("price_region_id") REFERENCES "price_regions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table price_region_countries
  add constraint price_region_countries_check check (country ~ '^[A-Z]{2}$');
alter table regional_prices
  add constraint regional_prices_amount_check check (amount_minor > 0),
  add constraint regional_prices_currency_check check (currency ~ '^[A-Z]{3}$'),
  add constraint regional_prices_window_check check (valid_to > valid_from),
  add constraint regional_prices_no_overlap exclude using gist (
    region_id with =, offering_id with =, currency with =, (tstzrange(valid_from, valid_to)) with &&);
