-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "waived_at" TIMESTAMPTZ(6),
ADD COLUMN     "waiver_version" INTEGER;

alter table orders add constraint orders_waiver_check check ((waived_at is null) = (waiver_version is null));
