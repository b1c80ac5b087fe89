-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('invoice', 'credit_note');

-- CreateEnum
CREATE TYPE "document_cause" AS ENUM ('sale', 'refund', 'refund_failed', 'dispute_lost', 'dispute_reinstated', 'correction', 'reissue');

-- AlterTable
ALTER TABLE "mail_messages" ADD COLUMN     "document_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "billing" JSONB;

-- CreateTable
CREATE TABLE "legal_entities" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "country" CHAR(2),
    "tax_number" TEXT,
    "registration_number" TEXT,
    "email" TEXT,
    "prefix" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legal_entities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_series" (
    "legal_entity_id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "last_number" INTEGER NOT NULL DEFAULT 0,
    "last_issued_at" TIMESTAMPTZ(6),

    CONSTRAINT "document_series_pkey" PRIMARY KEY ("legal_entity_id","kind","livemode")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL,
    "ordinal" BIGSERIAL NOT NULL,
    "legal_entity_id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "number" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "cause" "document_cause" NOT NULL,
    "external_id" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "corrects_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "seller" JSONB NOT NULL,
    "buyer" JSONB NOT NULL,
    "lines" JSONB NOT NULL,
    "supplied_at" TIMESTAMPTZ(6) NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "billing_profiles" (
    "user_id" UUID NOT NULL,
    "name" TEXT,
    "company" TEXT,
    "address" TEXT,
    "country" CHAR(2),
    "tax_number" TEXT,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "billing_profiles_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "legal_entities_prefix_key" ON "legal_entities"("prefix");

-- CreateIndex
CREATE UNIQUE INDEX "documents_ordinal_key" ON "documents"("ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "documents_reference_key" ON "documents"("reference");

-- CreateIndex
CREATE INDEX "documents_order_id_idx" ON "documents"("order_id");

-- CreateIndex
CREATE INDEX "documents_issued_at_idx" ON "documents"("issued_at");

-- CreateIndex
CREATE INDEX "documents_corrects_id_idx" ON "documents"("corrects_id");

-- CreateIndex
CREATE UNIQUE INDEX "documents_legal_entity_id_kind_livemode_number_key" ON "documents"("legal_entity_id", "kind", "livemode", "number");

-- CreateIndex
CREATE UNIQUE INDEX "documents_cause_external_id_key" ON "documents"("cause", "external_id");

-- AddForeignKey
ALTER TABLE "document_series" ADD CONSTRAINT "document_series_legal_entity_id_fkey" FOREIGN KEY ("legal_entity_id") REFERENCES "legal_entities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_legal_entity_id_fkey" FOREIGN KEY ("legal_entity_id") REFERENCES "legal_entities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing_profiles" ADD CONSTRAINT "billing_profiles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who sells: exactly one entity sells by default -------------------------------

alter table legal_entities
  add constraint legal_entities_name_check check (name <> ''),
  add constraint legal_entities_prefix_check check (prefix ~ '^[A-Z0-9]{2,8}$' and prefix <> 'TEST'),
  add constraint legal_entities_country_check check (country ~ '^[A-Z]{2}$');
create unique index legal_entities_one_default on legal_entities (is_default) where is_default;
insert into legal_entities (id, name, prefix, is_default)
  values ('01930000-0000-7000-8000-000000000001', 'Archway', 'ARC', true);

alter table billing_profiles
  add constraint billing_profiles_country_check check (country ~ '^[A-Z]{2}$');

-- Numbers: without gaps, whoever writes ---------------------------------------

alter table document_series add constraint document_series_number_check check (last_number >= 0);

-- A series starts at nothing and moves by one; it is never set back.
create function require_next_number() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (tg_op = 'INSERT' and new.last_number <> 0)
     or (tg_op = 'UPDATE' and (new.last_number <> old.last_number + 1
       or (new.legal_entity_id, new.kind, new.livemode)
          is distinct from (old.legal_entity_id, old.kind, old.livemode))) then
    raise exception 'a series of documents counts one by one' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger document_series_counts before insert or update or delete on document_series
  for each row execute function require_next_number();
create trigger document_series_no_truncate before truncate on document_series
  for each statement execute function refuse_change();

-- A number that was drawn is on a document when the transaction ends, or it was not drawn.
create function require_document_of_number() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from documents d
      where d.legal_entity_id = new.legal_entity_id and d.kind = new.kind
        and d.livemode = new.livemode and d.number = new.last_number) then
    raise exception 'number % of % was drawn for no document', new.last_number, new.kind
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger document_series_used after update on document_series
  deferrable initially deferred for each row execute function require_document_of_number();

-- Documents: complete when written, and never changed ---------------------------

alter table documents
  add constraint documents_currency_check check (currency ~ '^[A-Z]{3}$'),
  add constraint documents_total_check check (
    net_minor >= 0 and tax_minor >= 0 and total_minor > 0 and total_minor = net_minor + tax_minor),
  add constraint documents_cause_check check (
    (kind = 'invoice') = (cause in ('sale', 'refund_failed', 'dispute_reinstated', 'reissue'))),
  add constraint documents_corrects_check check ((cause = 'sale') = (corrects_id is null));
-- One invoice for the sale of an order, whatever the caller calls it.
create unique index documents_one_sale on documents (order_id) where cause = 'sale';

create function require_whole_document() returns trigger language plpgsql as $$
declare
  net bigint; tax bigint; gross bigint; uneven int; drawn int;
begin
  select sum((line ->> 'netMinor')::bigint), sum((line ->> 'taxMinor')::bigint),
         sum((line ->> 'grossMinor')::bigint),
         count(*) filter (where (line ->> 'netMinor')::bigint + (line ->> 'taxMinor')::bigint
                                <> (line ->> 'grossMinor')::bigint)
    into net, tax, gross, uneven from jsonb_array_elements(new.lines) line;
  if (net, tax, gross) is distinct from (new.net_minor, new.tax_minor, new.total_minor)
     or uneven > 0 then
    raise exception 'the lines of % do not add up', new.reference using errcode = 'check_violation';
  end if;
  select last_number into drawn from document_series
    where legal_entity_id = new.legal_entity_id and kind = new.kind and livemode = new.livemode;
  if drawn is distinct from new.number then
    raise exception 'number % of % was not drawn', new.number, new.kind
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger documents_whole before insert on documents
  for each row execute function require_whole_document();
create trigger documents_immutable before update or delete on documents
  for each row execute function refuse_change();
create trigger documents_no_truncate before truncate on documents
  for each statement execute function refuse_change();
