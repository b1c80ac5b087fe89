-- CreateEnum
CREATE TYPE "tax_scheme" AS ENUM ('local', 'oss');

-- CreateEnum
CREATE TYPE "tax_reason" AS ENUM ('standard', 'origin', 'reverse_charge', 'not_registered', 'export', 'no_rate', 'country_unknown');

-- CreateEnum
CREATE TYPE "tax_number_status" AS ENUM ('none', 'unverified', 'valid', 'invalid', 'unavailable');

-- AlterTable
ALTER TABLE "legal_entities" ADD COLUMN     "exclusive_currencies" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "buyer_country" CHAR(2),
ADD COLUMN     "tax_number_status" "tax_number_status" NOT NULL DEFAULT 'none';

-- AlterTable
ALTER TABLE "order_lines" ADD COLUMN     "is_tax_included" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "tax_country" CHAR(2),
ADD COLUMN     "tax_minor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "tax_name" TEXT,
ADD COLUMN     "tax_rate_bps" INTEGER,
ADD COLUMN     "tax_reason" "tax_reason";

-- AlterTable
ALTER TABLE "stripe_charges" ADD COLUMN     "card_country" CHAR(2);

-- CreateTable
CREATE TABLE "tax_rates" (
    "id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "region" TEXT,
    "name" TEXT NOT NULL,
    "rate_bps" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source_url" TEXT NOT NULL,
    "verified_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tax_rates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tax_registrations" (
    "id" UUID NOT NULL,
    "legal_entity_id" UUID NOT NULL,
    "scheme" "tax_scheme" NOT NULL,
    "country" CHAR(2) NOT NULL,
    "tax_number" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tax_registrations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tax_number_checks" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "status" "tax_number_status" NOT NULL,
    "name" TEXT,
    "consultation" TEXT,
    "checked_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "tax_number_checks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tax_rates_country_idx" ON "tax_rates"("country");

-- CreateIndex
CREATE INDEX "tax_registrations_legal_entity_id_idx" ON "tax_registrations"("legal_entity_id");

-- CreateIndex
CREATE INDEX "tax_number_checks_number_checked_at_idx" ON "tax_number_checks"("number", "checked_at");

-- AddForeignKey
ALTER TABLE "tax_registrations" ADD CONSTRAINT "tax_registrations_legal_entity_id_fkey" FOREIGN KEY ("legal_entity_id") REFERENCES "legal_entities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table tax_rates
  add constraint tax_rates_country_check check (country ~ '^[A-Z]{2}$'),
  add constraint tax_rates_region_check check (region ~ '^[A-Z0-9]{1,3}$'),
  add constraint tax_rates_rate_check check (rate_bps between 0 and 10000),
  add constraint tax_rates_window_check check (valid_to > valid_from),
  -- One place has one rate at a time.
  add constraint tax_rates_no_overlap exclude using gist (
    country with =, (coalesce(region, '')) with =, (daterange(valid_from, valid_to)) with &&);
alter table tax_registrations
  add constraint tax_registrations_country_check check (country ~ '^[A-Z]{2}$'),
  add constraint tax_registrations_window_check check (valid_to > valid_from),
  add constraint tax_registrations_no_overlap exclude using gist (
    legal_entity_id with =, scheme with =, country with =,
    (daterange(valid_from, valid_to)) with &&);

-- What is paid for a line: its price less the discount, and the tax where the price is without it.
alter table order_lines
  drop constraint order_lines_discount_check,
  add constraint order_lines_discount_check check (
    discount_minor between 0 and list_minor
    and amount_minor = list_minor - discount_minor + case when is_tax_included then 0 else tax_minor end),
  add constraint order_lines_tax_check check (
    tax_minor between 0 and amount_minor
    and (tax_minor = 0 or (tax_rate_bps > 0 and tax_country is not null))
    and tax_rate_bps between 0 and 10000);
alter table orders
  add constraint orders_buyer_country_check check (buyer_country ~ '^[A-Z]{2}$'),
  drop constraint orders_total_check,
  add constraint orders_total_check check (
    subtotal_minor >= 0 and discount_minor between 0 and subtotal_minor
    and tax_minor between 0 and total_minor
    and total_minor between subtotal_minor - discount_minor and subtotal_minor - discount_minor + tax_minor);

create or replace function require_order_sums() returns trigger language plpgsql as $$
declare
  touched uuid;
begin
  if tg_table_name = 'orders' then
    touched := new.id;
  else
    touched := new.order_id;
  end if;
  if exists (
    select 1 from orders o
    cross join lateral (
      select sum(list_minor) as list, sum(discount_minor) as discount, sum(tax_minor) as tax,
        sum(amount_minor) as amount
      from order_lines where order_id = o.id) lines
    where o.id = touched
      and (lines.list <> o.subtotal_minor or lines.discount <> o.discount_minor
        or lines.tax <> o.tax_minor or lines.amount <> o.total_minor)) then
    raise exception 'order % does not add up to its lines', touched using errcode = 'check_violation';
  end if;
  return null;
end $$;
drop trigger orders_sums on orders;
create constraint trigger orders_sums
  after update of subtotal_minor, discount_minor, tax_minor, total_minor on orders
  deferrable initially deferred for each row execute function require_order_sums();

-- Standard rates as the European Commission's database, the United Kingdom, Switzerland and Norway
-- publish them. They are here, not with the demonstration data, because every installation needs them;
-- staff keeps them from now on. Nothing is charged of them until a registration says so.
insert into tax_rates (id, country, name, rate_bps, valid_from, source_url, verified_on) values
  (gen_random_uuid(), 'AT', 'MwSt', 2000, '1984-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'BE', 'VAT', 2100, '1996-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'BG', 'VAT', 2000, '1999-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'CY', 'VAT', 1900, '2014-01-13', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'CZ', 'VAT', 2100, '2013-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'DE', 'MwSt', 1900, '2021-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'DK', 'VAT', 2500, '1992-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'EE', 'VAT', 2400, '2025-07-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'ES', 'IVA', 2100, '2012-09-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'FI', 'VAT', 2550, '2024-09-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'FR', 'TVA', 2000, '2014-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'GR', 'VAT', 2400, '2016-06-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'HR', 'VAT', 2500, '2012-03-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'HU', 'VAT', 2700, '2012-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'IE', 'VAT', 2300, '2021-03-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'IT', 'IVA', 2200, '2013-10-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'LT', 'VAT', 2100, '2009-09-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'LU', 'TVA', 1700, '2024-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'LV', 'VAT', 2100, '2012-07-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'MT', 'VAT', 1800, '2004-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'NL', 'BTW', 2100, '2012-10-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'PL', 'VAT', 2300, '2011-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'PT', 'IVA', 2300, '2011-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'RO', 'VAT', 2100, '2025-08-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'SE', 'VAT', 2500, '1990-07-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'SI', 'VAT', 2200, '2013-07-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'SK', 'VAT', 2300, '2025-01-01', 'https://ec.europa.eu/taxation_customs/tedb/', '2026-11-23'),
  (gen_random_uuid(), 'GB', 'VAT', 2000, '2011-01-04', 'https://www.gov.uk/vat-rates', '2026-11-23'),
  (gen_random_uuid(), 'CH', 'MwSt', 810, '2024-01-01', 'https://www.estv.admin.ch/estv/en/home/value-added-tax/vat-rates-switzerland.html', '2026-11-23'),
  (gen_random_uuid(), 'NO', 'VAT', 2500, '2005-01-01', 'https://www.skatteetaten.no/en/rates/value-added-tax/', '2026-11-23');
