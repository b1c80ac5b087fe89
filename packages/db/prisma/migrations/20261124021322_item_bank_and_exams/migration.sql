-- CreateEnum
CREATE TYPE "item_state" AS ENUM ('draft', 'review', 'pretest', 'active', 'quarantined', 'retired');

-- CreateEnum
CREATE TYPE "item_kind" AS ENUM ('single', 'multiple', 'order', 'match', 'numeric', 'text', 'hotspot', 'case');

-- CreateEnum
CREATE TYPE "cognitive_level" AS ENUM ('remember', 'understand', 'apply', 'analyse', 'evaluate');

-- CreateEnum
CREATE TYPE "review_verdict" AS ENUM ('approved', 'returned');

-- CreateEnum
CREATE TYPE "form_state" AS ENUM ('draft', 'approved', 'retired');

-- CreateEnum
CREATE TYPE "attempt_state" AS ENUM ('created', 'in_progress', 'submitted', 'expired', 'scored', 'released', 'held', 'voided');

-- CreateEnum
CREATE TYPE "score_cause" AS ENUM ('first', 'regrade', 'appeal');

-- CreateTable
CREATE TABLE "items" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "offering_id" UUID NOT NULL,
    "state" "item_state" NOT NULL DEFAULT 'draft',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_versions" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "item_kind" NOT NULL,
    "domain" TEXT NOT NULL,
    "objective" TEXT NOT NULL,
    "level" "cognitive_level" NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL,
    "key_sealed" TEXT NOT NULL,
    "rationale_sealed" TEXT NOT NULL,
    "references" JSONB NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_reviews" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "verdict" "review_verdict" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_enemies" (
    "item_a_id" UUID NOT NULL,
    "item_b_id" UUID NOT NULL,

    CONSTRAINT "item_enemies_pkey" PRIMARY KEY ("item_a_id","item_b_id")
);

-- CreateTable
CREATE TABLE "exam_forms" (
    "id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "scheme_number" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "state" "form_state" NOT NULL DEFAULT 'draft',
    "cut_raw" DECIMAL(7,3),
    "cut_basis" TEXT NOT NULL DEFAULT '',
    "seed" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exam_forms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_form_items" (
    "form_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,
    "is_scored" BOOLEAN NOT NULL,

    CONSTRAINT "exam_form_items_pkey" PRIMARY KEY ("form_id","position")
);

-- CreateTable
CREATE TABLE "exam_attempts" (
    "id" UUID NOT NULL,
    "candidate_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "scheme_number" INTEGER NOT NULL,
    "form_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "voucher_id" UUID,
    "state" "attempt_state" NOT NULL DEFAULT 'created',
    "legal_name" TEXT NOT NULL,
    "agreement_hash" TEXT,
    "agreed_at" TIMESTAMPTZ(6),
    "time_multiplier" DECIMAL(4,2) NOT NULL DEFAULT 1,
    "session_id" UUID NOT NULL,
    "seed" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(6),
    "deadline_at" TIMESTAMPTZ(6),
    "submitted_at" TIMESTAMPTZ(6),
    "receipt_hash" TEXT,
    "released_at" TIMESTAMPTZ(6),
    "decided_by_id" UUID,
    "state_reason" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exam_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_items" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,
    "is_scored" BOOLEAN NOT NULL,
    "option_order" JSONB NOT NULL,
    "first_seen_at" TIMESTAMPTZ(6),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "answer" JSONB,
    "is_flagged" BOOLEAN NOT NULL DEFAULT false,
    "saved_at" TIMESTAMPTZ(6),

    CONSTRAINT "attempt_items_pkey" PRIMARY KEY ("attempt_id","position")
);

-- CreateTable
CREATE TABLE "attempt_journal" (
    "attempt_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "answer" JSONB,
    "is_flagged" BOOLEAN NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "attempt_journal_pkey" PRIMARY KEY ("attempt_id","number")
);

-- CreateTable
CREATE TABLE "attempt_events" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attempt_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_extensions" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "seconds" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "given_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "time_extensions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_scores" (
    "attempt_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cause" "score_cause" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "raw" DECIMAL(7,3) NOT NULL,
    "max_raw" DECIMAL(7,3) NOT NULL,
    "scaled" INTEGER NOT NULL,
    "is_pass" BOOLEAN NOT NULL,
    "domains" JSONB NOT NULL,
    "items" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attempt_scores_pkey" PRIMARY KEY ("attempt_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "items_code_key" ON "items"("code");

-- CreateIndex
CREATE INDEX "items_offering_id_state_idx" ON "items"("offering_id", "state");

-- CreateIndex
CREATE INDEX "item_versions_author_id_idx" ON "item_versions"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "item_versions_item_id_number_key" ON "item_versions"("item_id", "number");

-- CreateIndex
CREATE INDEX "item_reviews_version_id_idx" ON "item_reviews"("version_id");

-- CreateIndex
CREATE INDEX "item_reviews_reviewer_id_idx" ON "item_reviews"("reviewer_id");

-- CreateIndex
CREATE INDEX "item_enemies_item_b_id_idx" ON "item_enemies"("item_b_id");

-- CreateIndex
CREATE INDEX "exam_forms_offering_id_scheme_number_idx" ON "exam_forms"("offering_id", "scheme_number");

-- CreateIndex
CREATE INDEX "exam_forms_created_by_id_idx" ON "exam_forms"("created_by_id");

-- CreateIndex
CREATE INDEX "exam_forms_approved_by_id_idx" ON "exam_forms"("approved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "exam_forms_offering_id_number_key" ON "exam_forms"("offering_id", "number");

-- CreateIndex
CREATE INDEX "exam_form_items_version_id_idx" ON "exam_form_items"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "exam_form_items_form_id_version_id_key" ON "exam_form_items"("form_id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "exam_attempts_voucher_id_key" ON "exam_attempts"("voucher_id");

-- CreateIndex
CREATE INDEX "exam_attempts_offering_id_state_idx" ON "exam_attempts"("offering_id", "state");

-- CreateIndex
CREATE INDEX "exam_attempts_form_id_idx" ON "exam_attempts"("form_id");

-- CreateIndex
CREATE INDEX "exam_attempts_deadline_at_idx" ON "exam_attempts"("deadline_at");

-- CreateIndex
CREATE INDEX "exam_attempts_decided_by_id_idx" ON "exam_attempts"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "exam_attempts_candidate_id_offering_id_number_key" ON "exam_attempts"("candidate_id", "offering_id", "number");

-- CreateIndex
CREATE INDEX "attempt_items_version_id_idx" ON "attempt_items"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_items_attempt_id_version_id_key" ON "attempt_items"("attempt_id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_journal_attempt_id_position_revision_key" ON "attempt_journal"("attempt_id", "position", "revision");

-- CreateIndex
CREATE INDEX "attempt_events_attempt_id_created_at_idx" ON "attempt_events"("attempt_id", "created_at");

-- CreateIndex
CREATE INDEX "time_extensions_attempt_id_idx" ON "time_extensions"("attempt_id");

-- CreateIndex
CREATE INDEX "time_extensions_given_by_id_idx" ON "time_extensions"("given_by_id");

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_reviews" ADD CONSTRAINT "item_reviews_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "item_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_reviews" ADD CONSTRAINT "item_reviews_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_enemies" ADD CONSTRAINT "item_enemies_item_a_id_fkey" FOREIGN KEY ("item_a_id") REFERENCES "items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_enemies" ADD CONSTRAINT "item_enemies_item_b_id_fkey" FOREIGN KEY ("item_b_id") REFERENCES "items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_forms" ADD CONSTRAINT "exam_forms_offering_id_scheme_number_fkey" FOREIGN KEY ("offering_id", "scheme_number") REFERENCES "scheme_versions"("offering_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_forms" ADD CONSTRAINT "exam_forms_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_forms" ADD CONSTRAINT "exam_forms_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_form_items" ADD CONSTRAINT "exam_form_items_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "exam_forms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_form_items" ADD CONSTRAINT "exam_form_items_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "item_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_attempts" ADD CONSTRAINT "exam_attempts_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_attempts" ADD CONSTRAINT "exam_attempts_offering_id_scheme_number_fkey" FOREIGN KEY ("offering_id", "scheme_number") REFERENCES "scheme_versions"("offering_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_attempts" ADD CONSTRAINT "exam_attempts_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "exam_forms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_attempts" ADD CONSTRAINT "exam_attempts_voucher_id_fkey" FOREIGN KEY ("voucher_id") REFERENCES "exam_vouchers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_attempts" ADD CONSTRAINT "exam_attempts_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_items" ADD CONSTRAINT "attempt_items_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "exam_attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_items" ADD CONSTRAINT "attempt_items_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "item_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_journal" ADD CONSTRAINT "attempt_journal_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "exam_attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_events" ADD CONSTRAINT "attempt_events_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "exam_attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_extensions" ADD CONSTRAINT "time_extensions_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "exam_attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_extensions" ADD CONSTRAINT "time_extensions_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_scores" ADD CONSTRAINT "attempt_scores_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "exam_attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Items: what was written stays written, and nobody approves their own words ----------------------------

alter table items add constraint items_code_check check (code ~ '^[A-Z0-9][A-Z0-9.-]{2,59}$');
alter table item_versions
  add constraint item_versions_number_check check (number > 0),
  add constraint item_versions_points_check check (points between 1 and 20 and (kind = 'case' or points = 1)),
  add constraint item_versions_objective_check check (domain <> '' and objective like domain || '.%'),
  add constraint item_versions_json_check
    check (jsonb_typeof(content) = 'object' and jsonb_typeof("references") = 'array');
alter table item_enemies add constraint item_enemies_order_check check (item_a_id < item_b_id);

create function require_next_item_version() returns trigger language plpgsql as $$
begin
  perform 1 from items where id = new.item_id for update;
  if new.number <> 1 + coalesce((select max(number) from item_versions where item_id = new.item_id), 0) then
    raise exception 'item version % does not follow the last one', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger item_versions_next before insert on item_versions
  for each row execute function require_next_item_version();
create trigger item_versions_immutable before update or delete on item_versions
  for each row execute function refuse_change();

create function require_other_reviewer() returns trigger language plpgsql as $$
begin
  if exists (select 1 from item_versions where id = new.version_id and author_id = new.reviewer_id) then
    raise exception 'an author does not review their own item' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger item_reviews_by_another before insert on item_reviews
  for each row execute function require_other_reviewer();
create trigger item_reviews_immutable before update or delete on item_reviews
  for each row execute function refuse_change();

-- Only what somebody else approved reaches candidates.
create function require_approved_item() returns trigger language plpgsql as $$
begin
  if new.state in ('pretest', 'active') and not exists (
    select 1 from item_versions v join item_reviews r on r.version_id = v.id
    where v.item_id = new.id and r.verdict = 'approved') then
    raise exception 'item % has no approved version', new.code using errcode = 'check_violation';
  end if;
  if (old.code, old.offering_id) is distinct from (new.code, new.offering_id) then
    raise exception 'item % keeps its code and its exam', old.code using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger items_approved before update on items for each row execute function require_approved_item();

create function require_enemies_of_one_exam() returns trigger language plpgsql as $$
begin
  if (select count(distinct offering_id) from items where id in (new.item_a_id, new.item_b_id)) <> 1 then
    raise exception 'enemies belong to one exam' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger item_enemies_of_one_exam before insert or update on item_enemies
  for each row execute function require_enemies_of_one_exam();

-- Forms: approved by another than who made them, with a cut score, and frozen from then on ---------------

alter table exam_forms
  add constraint exam_forms_number_check check (number > 0),
  add constraint exam_forms_minutes_check check (minutes between 1 and 600),
  add constraint exam_forms_approval_check check (
    (approved_at is null) = (approved_by_id is null) and (state = 'draft' or approved_at is not null or state = 'retired')),
  add constraint exam_forms_cut_check check (cut_raw > 0 and (state <> 'approved' or (cut_raw is not null and cut_basis <> ''))),
  add constraint exam_forms_other_approver_check check (approved_by_id <> created_by_id);
alter table exam_form_items add constraint exam_form_items_position_check check (position > 0);

create function keep_exam_form() returns trigger language plpgsql as $$
begin
  if (old.offering_id, old.scheme_number, old.number, old.seed, old.created_by_id, old.created_at)
     is distinct from (new.offering_id, new.scheme_number, new.number, new.seed, new.created_by_id, new.created_at)
     or (old.state <> 'draft' and (old.language, old.minutes, old.cut_raw, old.cut_basis, old.approved_by_id, old.approved_at)
     is distinct from (new.language, new.minutes, new.cut_raw, new.cut_basis, new.approved_by_id, new.approved_at))
     or (old.state, new.state) in (('approved', 'draft'), ('retired', 'draft'), ('retired', 'approved')) then
    raise exception 'form % may not be changed so', old.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger exam_forms_kept before update on exam_forms for each row execute function keep_exam_form();

create function require_draft_form() returns trigger language plpgsql as $$
declare
  changed uuid := case when tg_op = 'DELETE' then old.form_id else new.form_id end;
begin
  perform 1 from exam_forms where id = changed and state = 'draft' for update;
  if not found or (tg_op = 'UPDATE' and old.form_id <> new.form_id) then
    raise exception 'the items of a form stay once it is approved' using errcode = 'check_violation';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if not exists (select 1 from item_versions v join items i on i.id = v.item_id join exam_forms f on f.id = new.form_id
      where v.id = new.version_id and i.offering_id = f.offering_id)
     or not exists (select 1 from item_reviews where version_id = new.version_id and verdict = 'approved') then
    raise exception 'a form holds approved items of its own exam' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger exam_form_items_in_draft before insert or update or delete on exam_form_items
  for each row execute function require_draft_form();

-- Attempts: one at a time, only forwards, and a deadline that only an extension moves --------------------

create unique index exam_attempts_one_open on exam_attempts (candidate_id) where state in ('created', 'in_progress');

alter table exam_attempts
  add constraint exam_attempts_number_check check (number > 0),
  add constraint exam_attempts_name_check check (btrim(legal_name) <> ''),
  add constraint exam_attempts_multiplier_check check (time_multiplier between 1 and 3),
  add constraint exam_attempts_times_check check (
    (started_at is null) = (deadline_at is null) and deadline_at > started_at
    and submitted_at >= started_at and (agreed_at is null) = (agreement_hash is null)),
  add constraint exam_attempts_state_check check (case state
    when 'created' then started_at is null and submitted_at is null
    when 'in_progress' then started_at is not null and agreed_at is not null and submitted_at is null
    when 'voided' then true
    else submitted_at is not null end),
  add constraint exam_attempts_release_check check (state <> 'released' or released_at is not null),
  -- Nobody decides about their own result.
  add constraint exam_attempts_other_decider_check check (decided_by_id <> candidate_id);

create function keep_exam_attempt() returns trigger language plpgsql as $$
begin
  if (old.candidate_id, old.offering_id, old.scheme_number, old.form_id, old.number, old.voucher_id, old.seed, old.created_at)
     is distinct from
     (new.candidate_id, new.offering_id, new.scheme_number, new.form_id, new.number, new.voucher_id, new.seed, new.created_at)
     or (old.started_at is not null and
       (old.started_at, old.agreement_hash, old.agreed_at, old.legal_name, old.time_multiplier)
       is distinct from (new.started_at, new.agreement_hash, new.agreed_at, new.legal_name, new.time_multiplier))
     or (old.submitted_at is not null and
       (old.submitted_at, old.receipt_hash) is distinct from (new.submitted_at, new.receipt_hash)) then
    raise exception 'attempt % may not be changed so', old.id using errcode = 'check_violation';
  end if;
  if old.state <> new.state and (old.state, new.state) not in (
    ('created', 'in_progress'), ('created', 'voided'),
    ('in_progress', 'submitted'), ('in_progress', 'expired'), ('in_progress', 'voided'),
    ('submitted', 'scored'), ('submitted', 'voided'), ('expired', 'scored'), ('expired', 'voided'),
    ('scored', 'released'), ('scored', 'held'), ('scored', 'voided'),
    ('held', 'released'), ('held', 'voided'), ('released', 'voided')) then
    raise exception 'illegal transition of an attempt: % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if old.deadline_at is not null and old.deadline_at is distinct from new.deadline_at and (
    old.state <> 'in_progress' or not exists (
      select 1 from time_extensions x where x.attempt_id = new.id
        and x.xmin = pg_current_xact_id()::xid
        and x.seconds = extract(epoch from new.deadline_at - old.deadline_at))) then
    raise exception 'the deadline of attempt % moves by an extension alone', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger exam_attempts_kept before update on exam_attempts for each row execute function keep_exam_attempt();
create trigger exam_attempts_not_deleted before delete on exam_attempts for each row execute function refuse_change();

-- What was delivered stays; answers are taken only while the attempt runs, each newer than the last.
create function keep_attempt_item() returns trigger language plpgsql as $$
begin
  if (old.attempt_id, old.position, old.version_id, old.is_scored, old.option_order)
     is distinct from (new.attempt_id, new.position, new.version_id, new.is_scored, new.option_order)
     or (old.first_seen_at is not null and old.first_seen_at is distinct from new.first_seen_at) then
    raise exception 'an item stays as it was delivered' using errcode = 'check_violation';
  end if;
  if (old.answer, old.is_flagged, old.revision) is distinct from (new.answer, new.is_flagged, new.revision) then
    if new.revision <= old.revision then
      raise exception 'revision % is not newer than %', new.revision, old.revision using errcode = 'check_violation';
    end if;
    if not exists (select 1 from exam_attempts where id = new.attempt_id and state = 'in_progress') then
      raise exception 'the attempt does not run' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger attempt_items_kept before update on attempt_items for each row execute function keep_attempt_item();
create trigger attempt_items_not_deleted before delete on attempt_items for each row execute function refuse_change();
alter table attempt_items add constraint attempt_items_position_check check (position > 0 and revision >= 0);

create function require_next_journal_entry() returns trigger language plpgsql as $$
begin
  if new.number <> 1 + coalesce((select max(number) from attempt_journal where attempt_id = new.attempt_id), 0) then
    raise exception 'journal entry % does not follow the last one', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger attempt_journal_next before insert on attempt_journal
  for each row execute function require_next_journal_entry();
alter table attempt_journal add constraint attempt_journal_hash_check check (hash ~ '^[0-9a-f]{64}$');
create trigger attempt_journal_immutable before update or delete on attempt_journal
  for each row execute function refuse_change();
create trigger attempt_journal_no_truncate before truncate on attempt_journal
  for each statement execute function refuse_change();
create trigger attempt_events_immutable before update or delete on attempt_events
  for each row execute function refuse_change();
create trigger time_extensions_immutable before update or delete on time_extensions
  for each row execute function refuse_change();
alter table time_extensions
  add constraint time_extensions_seconds_check check (seconds between 1 and 14400),
  add constraint time_extensions_reason_check check (btrim(reason) <> '');

create function require_next_score() returns trigger language plpgsql as $$
begin
  perform 1 from exam_attempts where id = new.attempt_id for update;
  if new.number <> 1 + coalesce((select max(number) from attempt_scores where attempt_id = new.attempt_id), 0)
     or (new.cause = 'first') <> (new.number = 1) then
    raise exception 'score % does not follow the last one', new.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger attempt_scores_next before insert on attempt_scores for each row execute function require_next_score();
alter table attempt_scores add constraint attempt_scores_raw_check check (raw between 0 and max_raw and scaled >= 0);
create trigger attempt_scores_immutable before update or delete on attempt_scores
  for each row execute function refuse_change();
