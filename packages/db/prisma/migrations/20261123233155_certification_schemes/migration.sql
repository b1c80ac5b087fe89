-- CreateTable
CREATE TABLE "scheme_versions" (
    "offering_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "scheme_versions_pkey" PRIMARY KEY ("offering_id","number")
);

-- AddForeignKey
ALTER TABLE "scheme_versions" ADD CONSTRAINT "scheme_versions_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table scheme_versions
  add constraint scheme_versions_number_check check (number > 0),
  add constraint scheme_versions_document_check check (jsonb_typeof(document) = 'object');

-- What was published stays as it was read; versions follow each other without a gap, and only certifications have any.
create function require_next_scheme_version() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from offerings where id = new.offering_id and kind = 'certification') then
    raise exception 'only a certification has a scheme' using errcode = 'check_violation';
  end if;
  if new.number <> 1 + coalesce(
      (select max(number) from scheme_versions where offering_id = new.offering_id), 0) then
    raise exception 'scheme version % does not follow the last one', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger scheme_versions_next before insert on scheme_versions
  for each row execute function require_next_scheme_version();
create trigger scheme_versions_immutable before update or delete on scheme_versions
  for each row execute function refuse_change();
