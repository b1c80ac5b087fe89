-- CreateEnum
CREATE TYPE "accommodation_state" AS ENUM ('requested', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "appeal_state" AS ENUM ('open', 'upheld', 'dismissed');

-- CreateEnum
CREATE TYPE "key_correction_effect" AS ENUM ('use_version', 'credit_all');

-- CreateTable
CREATE TABLE "accommodations" (
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "request" TEXT NOT NULL,
    "state" "accommodation_state" NOT NULL DEFAULT 'requested',
    "time_multiplier" DECIMAL(4,2),
    "answer" TEXT NOT NULL DEFAULT '',
    "valid_until" TIMESTAMPTZ(6),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accommodations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeals" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "grounds" TEXT NOT NULL,
    "state" "appeal_state" NOT NULL DEFAULT 'open',
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "decision" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_corrections" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "effect" "key_correction_effect" NOT NULL,
    "key_version_id" UUID,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "key_corrections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "accommodations_candidate_id_idx" ON "accommodations"("candidate_id");

-- CreateIndex
CREATE INDEX "accommodations_offering_id_idx" ON "accommodations"("offering_id");

-- CreateIndex
CREATE INDEX "accommodations_decided_by_id_idx" ON "accommodations"("decided_by_id");

-- CreateIndex
CREATE INDEX "appeals_attempt_id_idx" ON "appeals"("attempt_id");

-- CreateIndex
CREATE INDEX "appeals_decided_by_id_idx" ON "appeals"("decided_by_id");

-- CreateIndex
CREATE INDEX "appeals_state_due_at_idx" ON "appeals"("state", "due_at");

-- CreateIndex
CREATE INDEX "key_corrections_version_id_created_at_idx" ON "key_corrections"("version_id", "created_at");

-- CreateIndex
CREATE INDEX "key_corrections_key_version_id_idx" ON "key_corrections"("key_version_id");

-- CreateIndex
CREATE INDEX "key_corrections_decided_by_id_idx" ON "key_corrections"("decided_by_id");

-- AddForeignKey
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accommodations" ADD CONSTRAINT "accommodations_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "exam_attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_corrections" ADD CONSTRAINT "key_corrections_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "item_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_corrections" ADD CONSTRAINT "key_corrections_key_version_id_fkey" FOREIGN KEY ("key_version_id") REFERENCES "item_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_corrections" ADD CONSTRAINT "key_corrections_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nobody decides about what they asked for themselves; an agreement says how much and until when. --------

alter table accommodations
  add constraint accommodations_request_check check (btrim(request) <> ''),
  add constraint accommodations_multiplier_check check (time_multiplier between 1 and 3),
  add constraint accommodations_decision_check check (
    (state = 'requested') = (decided_at is null) and (decided_at is null) = (decided_by_id is null)
    and (state = 'approved') = (time_multiplier is not null) and (state = 'approved') = (valid_until is not null)),
  add constraint accommodations_other_decider_check check (decided_by_id <> candidate_id);
create unique index accommodations_one_open on accommodations (candidate_id, offering_id) where state = 'requested';

create function keep_accommodation() returns trigger language plpgsql as $$
begin
  if old.state <> 'requested'
     or (old.candidate_id, old.offering_id, old.request, old.created_at)
        is distinct from (new.candidate_id, new.offering_id, new.request, new.created_at) then
    raise exception 'accommodation % may not be changed so', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger accommodations_kept before update on accommodations for each row execute function keep_accommodation();

-- An appeal is decided once, by somebody who had no part in the result. -----------------------------------

alter table appeals
  add constraint appeals_grounds_check check (btrim(grounds) <> ''),
  add constraint appeals_decision_check check (
    (state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by_id is null)
    and (state = 'open' or btrim(decision) <> ''));
create unique index appeals_one_open on appeals (attempt_id) where state = 'open';

create function keep_appeal() returns trigger language plpgsql as $$
begin
  if old.state <> 'open'
     or (old.attempt_id, old.grounds, old.due_at, old.created_at)
        is distinct from (new.attempt_id, new.grounds, new.due_at, new.created_at) then
    raise exception 'appeal % may not be changed so', old.id using errcode = 'check_violation';
  end if;
  if exists (
    select 1 from exam_attempts a
    where a.id = new.attempt_id and new.decided_by_id in (a.candidate_id, a.decided_by_id)) then
    raise exception 'appeal % goes to somebody who had no part in it', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger appeals_kept before update on appeals for each row execute function keep_appeal();
create trigger appeals_not_deleted before delete on appeals for each row execute function refuse_change();

-- A corrected key is another version's of the same item, or none. -----------------------------------------

alter table key_corrections
  add constraint key_corrections_effect_check check ((effect = 'use_version') = (key_version_id is not null)),
  add constraint key_corrections_reason_check check (btrim(reason) <> '');

create function require_key_of_same_item() returns trigger language plpgsql as $$
begin
  if new.key_version_id is not null and not exists (
    select 1 from item_versions v join item_versions k on k.item_id = v.item_id and k.number > v.number
    where v.id = new.version_id and k.id = new.key_version_id) then
    raise exception 'a key comes from a later version of the same item' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger key_corrections_same_item before insert on key_corrections
  for each row execute function require_key_of_same_item();
create trigger key_corrections_immutable before update or delete on key_corrections
  for each row execute function refuse_change();
