-- AlterTable
ALTER TABLE "regional_prices" ADD COLUMN     "bundle_id" UUID,
ALTER COLUMN "offering_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "regional_prices_bundle_id_idx" ON "regional_prices"("bundle_id");

-- AddForeignKey
ALTER TABLE "regional_prices" ADD CONSTRAINT "regional_prices_bundle_id_fkey" FOREIGN KEY ("bundle_id") REFERENCES "bundles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

alter table regional_prices
  -- A price is of one thing.
  add constraint regional_prices_sold_check check (num_nonnulls(offering_id, bundle_id) = 1),
  add constraint regional_prices_no_bundle_overlap exclude using gist (
    region_id with =, bundle_id with =, currency with =, (tstzrange(valid_from, valid_to)) with &&);
