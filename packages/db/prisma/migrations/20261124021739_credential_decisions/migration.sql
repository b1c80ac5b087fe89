-- CreateEnum
CREATE TYPE "credential_case_cause" AS ENUM ('payment_returned', 'payment_disputed');

-- CreateEnum
CREATE TYPE "credential_case_outcome" AS ENUM ('kept', 'suspended', 'revoked', 'dropped');

-- CreateEnum
CREATE TYPE "name_change_state" AS ENUM ('asked', 'approved', 'declined', 'withdrawn');

-- AlterEnum
ALTER TYPE "credential_cause" ADD VALUE 'exam_pass';

-- AlterEnum
ALTER TYPE "status_reason" ADD VALUE 'renewed';

-- AlterTable
ALTER TABLE "issuer_keys" ADD COLUMN     "compromised_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "credential_cases" (
    "id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "cause" "credential_case_cause" NOT NULL,
    "order_line_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "credential_case_outcome",
    "decided_at" TIMESTAMPTZ(6),
    "decided_by_id" UUID,

    CONSTRAINT "credential_cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_changes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "new_name" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "evidence_key" TEXT,
    "state" "name_change_state" NOT NULL DEFAULT 'asked',
    "answer" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(6),
    "decided_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "name_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "credential_cases_credential_id_idx" ON "credential_cases"("credential_id");

-- CreateIndex
CREATE INDEX "credential_cases_opened_at_idx" ON "credential_cases"("opened_at");

-- CreateIndex
CREATE INDEX "name_changes_user_id_idx" ON "name_changes"("user_id");

-- AddForeignKey
ALTER TABLE "credential_cases" ADD CONSTRAINT "credential_cases_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credentials"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name_changes" ADD CONSTRAINT "name_changes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A key that somebody else may have had is retired, and stays so ------------------

alter table issuer_keys
  add constraint issuer_keys_compromised_check check (compromised_at is null or retired_at is not null);

create or replace function keep_issuer_key() returns trigger language plpgsql as $$
begin
  if (old.issuer_id, old.kid, old.public_multibase, old.not_before)
     is distinct from (new.issuer_id, new.kid, new.public_multibase, new.not_before)
     or (old.retired_at is not null and new.retired_at is distinct from old.retired_at)
     or (old.compromised_at is not null and new.compromised_at is distinct from old.compromised_at) then
    raise exception 'key % may only be retired, once', old.kid using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- Nobody decides on a credential of their own, or of a learner whom they teach -----

create function require_disinterested(credential uuid, person uuid) returns void language plpgsql as $$
begin
  if exists (
    select 1 from credentials c join issuers i on i.id = c.issuer_id
    where c.id = credential and (c.user_id = person or exists (
      select 1 from provider_members m where m.provider_id = i.provider_id and m.user_id = person))) then
    raise exception 'who holds or teaches decides nothing about credential %', credential
      using errcode = 'check_violation';
  end if;
end $$;

create function keep_status_change_apart() returns trigger language plpgsql as $$
begin
  perform require_disinterested(new.credential_id, new.actor_id);
  return new;
end $$;
create trigger status_changes_disinterested before insert on status_changes
  for each row when (new.actor_id is not null) execute function keep_status_change_apart();

create function keep_credential_case_apart() returns trigger language plpgsql as $$
begin
  perform require_disinterested(new.credential_id, new.decided_by_id);
  return new;
end $$;
create trigger credential_cases_disinterested before insert or update on credential_cases
  for each row when (new.decided_by_id is not null) execute function keep_credential_case_apart();

alter table credential_cases
  add constraint credential_cases_decided_check check ((outcome is null) = (decided_at is null));
create unique index credential_cases_one_open on credential_cases (credential_id, order_line_id)
  where decided_at is null;
create index credential_cases_open on credential_cases (opened_at) where decided_at is null;

-- What was decided stays decided -------------------------------------------------

create function keep_decided() returns trigger language plpgsql as $$
begin
  raise exception '% % was decided', tg_table_name, old.id using errcode = 'check_violation';
end $$;
create trigger credential_cases_decided_once before update on credential_cases
  for each row when (old.decided_at is not null) execute function keep_decided();
create trigger credential_cases_not_deleted before delete on credential_cases
  for each row execute function refuse_change();

alter table name_changes
  add constraint name_changes_decided_check check ((state = 'asked') = (decided_at is null)),
  add constraint name_changes_disinterested_check check (state = 'withdrawn' or decided_by_id <> user_id),
  add constraint name_changes_evidence_check check (state = 'asked' or evidence_key is null);
create unique index name_changes_one_open on name_changes (user_id) where state = 'asked';
create trigger name_changes_decided_once before update on name_changes
  for each row when (old.state <> 'asked') execute function keep_decided();

-- An exam is certified by a released pass of the holder, and by nothing else -------

create function require_passed_attempt() returns trigger language plpgsql as $$
begin
  if new.cause::text = 'exam_pass' and not exists (
    select 1 from exam_attempts a
    where a.id = new.cause_id and a.state = 'released' and a.candidate_id = coalesce(new.user_id, a.candidate_id)
      and (select s.is_pass from attempt_scores s where s.attempt_id = a.id order by s.number desc limit 1)) then
    raise exception 'credential % has no released pass', new.license_number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger credentials_of_passes before insert on credentials
  for each row execute function require_passed_attempt();
