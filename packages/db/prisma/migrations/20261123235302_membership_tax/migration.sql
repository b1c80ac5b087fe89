-- AlterTable
ALTER TABLE "subscriptions" ADD COLUMN     "buyer_country" CHAR(2),
ADD COLUMN     "buyer_postal_code" TEXT,
ADD COLUMN     "buyer_region" TEXT,
ADD COLUMN     "ip_country" CHAR(2),
ADD COLUMN     "tax_number" TEXT,
ADD COLUMN     "tax_number_status" "tax_number_status" NOT NULL DEFAULT 'none',
ADD COLUMN     "waived_at" TIMESTAMPTZ(6),
ADD COLUMN     "waiver_version" INTEGER;

-- When and by which text: both or neither.
alter table subscriptions
  add constraint subscriptions_waiver_check check ((waived_at is null) = (waiver_version is null));
