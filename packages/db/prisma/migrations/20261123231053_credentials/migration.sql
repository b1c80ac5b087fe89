-- CreateEnum
CREATE TYPE "credential_cause" AS ENUM ('course_completion', 'program_completion');

-- CreateEnum
CREATE TYPE "credential_state" AS ENUM ('valid', 'suspended', 'revoked', 'superseded');

-- CreateEnum
CREATE TYPE "credential_visibility" AS ENUM ('link', 'listed');

-- CreateEnum
CREATE TYPE "status_reason" AS ENUM ('issued_in_error', 'payment_returned', 'payment_disputed', 'misconduct', 'name_changed', 'key_compromised', 'holder_asked', 'under_review', 'decision_reversed');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "credential_name" TEXT;

-- CreateTable
CREATE TABLE "issuers" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "did" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issuers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issuer_keys" (
    "id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "kid" TEXT NOT NULL,
    "public_multibase" TEXT NOT NULL,
    "custody" TEXT NOT NULL,
    "not_before" TIMESTAMPTZ(6) NOT NULL,
    "retired_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issuer_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "achievements" (
    "id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "offering_id" UUID,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "achievements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credentials" (
    "id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "achievement_id" UUID NOT NULL,
    "user_id" UUID,
    "cause" "credential_cause" NOT NULL,
    "cause_id" UUID NOT NULL,
    "license_number" TEXT NOT NULL,
    "subject_name" TEXT,
    "document" TEXT,
    "sha256" TEXT NOT NULL,
    "state" "credential_state" NOT NULL DEFAULT 'valid',
    "visibility" "credential_visibility" NOT NULL DEFAULT 'link',
    "valid_from" TIMESTAMPTZ(6) NOT NULL,
    "valid_until" TIMESTAMPTZ(6),
    "replaced_by_id" UUID,
    "erased_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_lists" (
    "id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 131072,
    "capacity" INTEGER NOT NULL DEFAULT 65536,
    "allocated" INTEGER NOT NULL DEFAULT 0,
    "document" TEXT,
    "valid_until" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "status_lists_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_allocations" (
    "list_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "credential_id" UUID NOT NULL,
    "is_set" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "status_allocations_pkey" PRIMARY KEY ("list_id","index")
);

-- CreateTable
CREATE TABLE "status_changes" (
    "id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "from_state" "credential_state" NOT NULL,
    "to_state" "credential_state" NOT NULL,
    "reason" "status_reason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "status_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "issuers_provider_id_key" ON "issuers"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "issuers_slug_key" ON "issuers"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "issuers_did_key" ON "issuers"("did");

-- CreateIndex
CREATE UNIQUE INDEX "issuer_keys_public_multibase_key" ON "issuer_keys"("public_multibase");

-- CreateIndex
CREATE UNIQUE INDEX "issuer_keys_issuer_id_kid_key" ON "issuer_keys"("issuer_id", "kid");

-- CreateIndex
CREATE INDEX "achievements_issuer_id_idx" ON "achievements"("issuer_id");

-- CreateIndex
CREATE UNIQUE INDEX "achievements_offering_id_version_key" ON "achievements"("offering_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "achievements_offering_id_sha256_key" ON "achievements"("offering_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "credentials_license_number_key" ON "credentials"("license_number");

-- CreateIndex
CREATE UNIQUE INDEX "credentials_replaced_by_id_key" ON "credentials"("replaced_by_id");

-- CreateIndex
CREATE INDEX "credentials_issuer_id_idx" ON "credentials"("issuer_id");

-- CreateIndex
CREATE INDEX "credentials_key_id_idx" ON "credentials"("key_id");

-- CreateIndex
CREATE INDEX "credentials_achievement_id_idx" ON "credentials"("achievement_id");

-- CreateIndex
CREATE INDEX "credentials_user_id_idx" ON "credentials"("user_id");

-- CreateIndex
CREATE INDEX "credentials_created_at_idx" ON "credentials"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "status_lists_number_key" ON "status_lists"("number");

-- CreateIndex
CREATE INDEX "status_lists_issuer_id_idx" ON "status_lists"("issuer_id");

-- CreateIndex
CREATE UNIQUE INDEX "status_allocations_credential_id_key" ON "status_allocations"("credential_id");

-- CreateIndex
CREATE INDEX "status_changes_credential_id_idx" ON "status_changes"("credential_id");

-- AddForeignKey
ALTER TABLE "issuers" ADD CONSTRAINT "issuers_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issuer_keys" ADD CONSTRAINT "issuer_keys_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "issuers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "achievements" ADD CONSTRAINT "achievements_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "issuers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "achievements" ADD CONSTRAINT "achievements_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "issuers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "issuer_keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_achievement_id_fkey" FOREIGN KEY ("achievement_id") REFERENCES "achievements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "credentials"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_lists" ADD CONSTRAINT "status_lists_issuer_id_fkey" FOREIGN KEY ("issuer_id") REFERENCES "issuers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_allocations" ADD CONSTRAINT "status_allocations_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "status_lists"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_allocations" ADD CONSTRAINT "status_allocations_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credentials"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credentials"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Keys: kept for ever, and what signs is never exchanged under the same name -----

create unique index issuer_keys_one_active on issuer_keys (issuer_id) where retired_at is null;

create function keep_issuer_key() returns trigger language plpgsql as $$
begin
  if (old.issuer_id, old.kid, old.public_multibase, old.not_before)
     is distinct from (new.issuer_id, new.kid, new.public_multibase, new.not_before)
     or (old.retired_at is not null and new.retired_at is distinct from old.retired_at) then
    raise exception 'key % may only be retired, once', old.kid using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger issuer_keys_kept before update on issuer_keys
  for each row execute function keep_issuer_key();
create trigger issuer_keys_not_deleted before delete on issuer_keys
  for each row execute function refuse_change();
create trigger issuer_keys_no_truncate before truncate on issuer_keys
  for each statement execute function refuse_change();

create function keep_issuer() returns trigger language plpgsql as $$
begin
  if (old.id, old.provider_id, old.slug, old.did) is distinct from (new.id, new.provider_id, new.slug, new.did) then
    raise exception 'issuer % keeps its name', old.did using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger issuers_kept before update on issuers for each row execute function keep_issuer();

-- What was certified never changes; only its offering may go ---------------------

create function keep_achievement() returns trigger language plpgsql as $$
begin
  if (old.id, old.issuer_id, old.version, old.content, old.sha256)
     is distinct from (new.id, new.issuer_id, new.version, new.content, new.sha256) then
    raise exception 'achievement % may not be changed', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger achievements_kept before update on achievements
  for each row execute function keep_achievement();
create trigger achievements_not_deleted before delete on achievements
  for each row execute function refuse_change();

-- Credentials: signed once, never changed, never deleted -------------------------

alter table credentials
  add constraint credentials_period_check check (valid_until is null or valid_until > valid_from),
  add constraint credentials_document_check check (
    (document is null) = (erased_at is not null) and (subject_name is null) = (erased_at is not null)),
  add constraint credentials_sha256_check check (
    document is null or sha256 = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
  add constraint credentials_replaced_check check (replaced_by_id is null or state = 'superseded');
-- Awarded once for each cause; another one only takes the place of one that was superseded.
create unique index credentials_one_per_cause on credentials (cause, cause_id)
  where state <> 'superseded';

create function keep_credential() returns trigger language plpgsql as $$
begin
  if (old.id, old.issuer_id, old.key_id, old.achievement_id, old.cause, old.cause_id, old.license_number, old.sha256,
      old.valid_from, old.valid_until, old.created_at)
     is distinct from
     (new.id, new.issuer_id, new.key_id, new.achievement_id, new.cause, new.cause_id, new.license_number, new.sha256,
      new.valid_from, new.valid_until, new.created_at)
     or (new.document is not null and new.document is distinct from old.document)
     or (new.subject_name is not null and new.subject_name is distinct from old.subject_name)
     or (old.erased_at is not null and new.erased_at is distinct from old.erased_at) then
    raise exception 'credential % may not be changed', old.license_number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger credentials_kept before update on credentials
  for each row execute function keep_credential();
create trigger credentials_not_deleted before delete on credentials
  for each row execute function refuse_change();
create trigger credentials_no_truncate before truncate on credentials
  for each statement execute function refuse_change();

-- Status lists: long enough to hide in, a bit for each credential, and a decision for each change --------

alter table status_lists
  add constraint status_lists_size_check check (size >= 131072 and size % 8 = 0),
  add constraint status_lists_capacity_check check (capacity between 1 and size and allocated between 0 and capacity),
  add constraint status_lists_document_check check ((document is null) = (valid_until is null));

create function require_index_in_list() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.list_id, old.index, old.credential_id)
     is distinct from (new.list_id, new.index, new.credential_id) then
    raise exception 'bit % keeps its credential', old.index using errcode = 'check_violation';
  end if;
  if new.index < 0 or new.index >= (select size from status_lists where id = new.list_id) then
    raise exception 'bit % is outside of its list', new.index using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger status_allocations_in_list before insert or update on status_allocations
  for each row execute function require_index_in_list();
create trigger status_allocations_not_deleted before delete on status_allocations
  for each row execute function refuse_change();

create trigger status_changes_immutable before update or delete on status_changes
  for each row execute function refuse_change();
create trigger status_changes_no_truncate before truncate on status_changes
  for each statement execute function refuse_change();

-- A state is never changed without the decision that explains it.
create function require_status_change() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from status_changes c where c.credential_id = new.id
      and c.from_state = old.state and c.to_state = new.state) then
    raise exception 'credential % became % without a decision', new.license_number, new.state
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger credentials_decided after update of state on credentials
  deferrable initially deferred for each row when (old.state is distinct from new.state)
  execute function require_status_change();
