-- AlterTable
ALTER TABLE "order_lines" ADD COLUMN     "provider_minor" BIGINT;

alter table order_lines add constraint order_lines_provider_check
  check (provider_minor between 0 and amount_minor - tax_minor);
