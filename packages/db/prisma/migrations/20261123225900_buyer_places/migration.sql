-- AlterTable
ALTER TABLE "billing_profiles" ADD COLUMN     "postal_code" TEXT,
ADD COLUMN     "region" TEXT;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "buyer_postal_code" TEXT,
ADD COLUMN     "buyer_region" TEXT,
ADD COLUMN     "ip_country" CHAR(2);

alter table orders
  add constraint orders_buyer_region_check check (buyer_region ~ '^[A-Z0-9]{1,3}$'),
  add constraint orders_ip_country_check check (ip_country ~ '^[A-Z]{2}$');
alter table billing_profiles
  add constraint billing_profiles_region_check check (region ~ '^[A-Z0-9]{1,3}$');

-- The page that names automated remote teaching among what is taxed at the standard rate.
update tax_rates
set source_url = 'https://www.skatteetaten.no/en/rates/vat-rates-for-electronic-services-purchased-from-abroad/'
where country = 'NO' and source_url = 'https://www.skatteetaten.no/en/rates/value-added-tax/';
