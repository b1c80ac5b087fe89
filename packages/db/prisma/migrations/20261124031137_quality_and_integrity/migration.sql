-- CreateEnum
CREATE TYPE "integrity_rule" AS ENUM ('rapid_right_answers', 'exposed_speed', 'exposed_advantage', 'similar_answers', 'trojan_items', 'focus_lost');

-- CreateEnum
CREATE TYPE "case_state" AS ENUM ('open', 'cleared', 'confirmed');

-- CreateEnum
CREATE TYPE "case_verdict" AS ENUM ('clear', 'confirm');

-- CreateEnum
CREATE TYPE "panel_state" AS ENUM ('preparing', 'round_1', 'discussion', 'round_2', 'rated', 'signed_off', 'withdrawn');

-- CreateEnum
CREATE TYPE "item_verdict" AS ENUM ('unknown', 'sound', 'review', 'quarantine');

-- CreateTable
CREATE TABLE "integrity_flags" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "rule" "integrity_rule" NOT NULL,
    "chance" DOUBLE PRECISION NOT NULL,
    "evidence" JSONB NOT NULL,
    "other_attempt_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "integrity_flags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrity_cases" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "state" "case_state" NOT NULL DEFAULT 'open',
    "opened_by_id" UUID,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "integrity_cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrity_reviews" (
    "case_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "verdict" "case_verdict" NOT NULL,
    "grounds" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "integrity_reviews_pkey" PRIMARY KEY ("case_id","reviewer_id")
);

-- CreateTable
CREATE TABLE "trojan_items" (
    "version_id" UUID NOT NULL,
    "leaked_option" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trojan_items_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "angoff_panels" (
    "id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "state" "panel_state" NOT NULL DEFAULT 'preparing',
    "candidate" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "result" JSONB,
    "signed_off_by_id" UUID,
    "signed_off_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "angoff_panels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "angoff_judges" (
    "panel_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "angoff_judges_pkey" PRIMARY KEY ("panel_id","user_id")
);

-- CreateTable
CREATE TABLE "angoff_ratings" (
    "panel_id" UUID NOT NULL,
    "judge_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "chance" DECIMAL(3,2) NOT NULL,
    "rated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "angoff_ratings_pkey" PRIMARY KEY ("panel_id","judge_id","version_id","round")
);

-- CreateTable
CREATE TABLE "item_statistics" (
    "version_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "n" INTEGER NOT NULL,
    "p" DOUBLE PRECISION NOT NULL,
    "item_rest" DOUBLE PRECISION,
    "median_seconds" DOUBLE PRECISION,
    "exposure" DOUBLE PRECISION NOT NULL,
    "verdict" "item_verdict" NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "item_statistics_pkey" PRIMARY KEY ("version_id","as_of")
);

-- CreateTable
CREATE TABLE "quality_labels" (
    "offering_id" UUID NOT NULL,
    "scheme_number" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "quality_labels_pkey" PRIMARY KEY ("offering_id","scheme_number","as_of")
);

-- CreateIndex
CREATE INDEX "integrity_flags_attempt_id_idx" ON "integrity_flags"("attempt_id");

-- CreateIndex
CREATE INDEX "integrity_flags_other_attempt_id_idx" ON "integrity_flags"("other_attempt_id");

-- CreateIndex
CREATE INDEX "integrity_cases_attempt_id_idx" ON "integrity_cases"("attempt_id");

-- CreateIndex
CREATE INDEX "integrity_cases_opened_by_id_idx" ON "integrity_cases"("opened_by_id");

-- CreateIndex
CREATE INDEX "integrity_cases_state_opened_at_idx" ON "integrity_cases"("state", "opened_at");

-- CreateIndex
CREATE INDEX "integrity_reviews_reviewer_id_idx" ON "integrity_reviews"("reviewer_id");

-- CreateIndex
CREATE INDEX "trojan_items_created_by_id_idx" ON "trojan_items"("created_by_id");

-- CreateIndex
CREATE INDEX "angoff_panels_form_id_idx" ON "angoff_panels"("form_id");

-- CreateIndex
CREATE INDEX "angoff_panels_created_by_id_idx" ON "angoff_panels"("created_by_id");

-- CreateIndex
CREATE INDEX "angoff_panels_signed_off_by_id_idx" ON "angoff_panels"("signed_off_by_id");

-- CreateIndex
CREATE INDEX "angoff_judges_user_id_idx" ON "angoff_judges"("user_id");

-- CreateIndex
CREATE INDEX "angoff_ratings_version_id_idx" ON "angoff_ratings"("version_id");

-- CreateIndex
CREATE INDEX "item_statistics_as_of_idx" ON "item_statistics"("as_of");

-- AddForeignKey
ALTER TABLE "integrity_flags" ADD CONSTRAINT "integrity_flags_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "exam_attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_flags" ADD CONSTRAINT "integrity_flags_other_attempt_id_fkey" FOREIGN KEY ("other_attempt_id") REFERENCES "exam_attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_cases" ADD CONSTRAINT "integrity_cases_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "exam_attempts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_cases" ADD CONSTRAINT "integrity_cases_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_reviews" ADD CONSTRAINT "integrity_reviews_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "integrity_cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_reviews" ADD CONSTRAINT "integrity_reviews_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trojan_items" ADD CONSTRAINT "trojan_items_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "item_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trojan_items" ADD CONSTRAINT "trojan_items_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "angoff_panels" ADD CONSTRAINT "angoff_panels_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "exam_forms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "angoff_panels" ADD CONSTRAINT "angoff_panels_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "angoff_panels" ADD CONSTRAINT "angoff_panels_signed_off_by_id_fkey" FOREIGN KEY ("signed_off_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "angoff_judges" ADD CONSTRAINT "angoff_judges_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "angoff_panels"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "angoff_judges" ADD CONSTRAINT "angoff_judges_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "angoff_ratings" ADD CONSTRAINT "angoff_ratings_panel_id_judge_id_fkey" FOREIGN KEY ("panel_id", "judge_id") REFERENCES "angoff_judges"("panel_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "angoff_ratings" ADD CONSTRAINT "angoff_ratings_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "item_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_statistics" ADD CONSTRAINT "item_statistics_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "item_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quality_labels" ADD CONSTRAINT "quality_labels_offering_id_scheme_number_fkey" FOREIGN KEY ("offering_id", "scheme_number") REFERENCES "scheme_versions"("offering_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Panels: rounds one after the other, by enough judges, signed by somebody who was none ------------------

create unique index angoff_panels_one_live on angoff_panels (form_id)
  where state not in ('signed_off', 'withdrawn');
alter table angoff_panels
  add constraint angoff_panels_candidate_check check (btrim(candidate) <> ''),
  add constraint angoff_panels_result_check check (
    (result is not null) = (state in ('rated', 'signed_off')) or (state = 'withdrawn')),
  add constraint angoff_panels_signature_check check (
    (state = 'signed_off') = (signed_off_at is not null) and (signed_off_at is null) = (signed_off_by_id is null));

create function keep_angoff_panel() returns trigger language plpgsql as $$
begin
  if (old.form_id, old.created_by_id, old.created_at) is distinct from (new.form_id, new.created_by_id, new.created_at)
     or (old.state <> 'preparing' and old.candidate <> new.candidate)
     or (old.result is not null and old.result is distinct from new.result) then
    raise exception 'panel % may not be changed so', old.id using errcode = 'check_violation';
  end if;
  if old.state <> new.state and (old.state, new.state) not in (
    ('preparing', 'round_1'), ('round_1', 'discussion'), ('discussion', 'round_2'), ('round_2', 'rated'),
    ('rated', 'signed_off'), ('preparing', 'withdrawn'), ('round_1', 'withdrawn'), ('discussion', 'withdrawn'),
    ('round_2', 'withdrawn'), ('rated', 'withdrawn')) then
    raise exception 'illegal transition of a panel: % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if old.state = 'preparing' and new.state = 'round_1'
     and (select count(*) from angoff_judges where panel_id = new.id) < 5 then
    raise exception 'panel % has fewer than five judges', new.id using errcode = 'check_violation';
  end if;
  if (old.state, new.state) in (('round_1', 'discussion'), ('round_2', 'rated')) and exists (
    select 1 from angoff_judges j
    join exam_form_items i on i.form_id = new.form_id and i.is_scored
    where j.panel_id = new.id and not exists (
      select 1 from angoff_ratings r where r.panel_id = new.id and r.judge_id = j.user_id
        and r.version_id = i.version_id and r.round = case old.state when 'round_1' then 1 else 2 end)) then
    raise exception 'panel % lacks ratings', new.id using errcode = 'check_violation';
  end if;
  if new.signed_off_by_id is not null and exists (
    select 1 from angoff_judges where panel_id = new.id and user_id = new.signed_off_by_id) then
    raise exception 'a judge does not sign the cut score of panel %', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger angoff_panels_kept before update on angoff_panels
  for each row execute function keep_angoff_panel();
create trigger angoff_panels_not_deleted before delete on angoff_panels
  for each row execute function refuse_change();

-- Whoever closes a round waits for the ratings under way, and these for it.
create function require_preparing_panel() returns trigger language plpgsql as $$
declare
  changed uuid := case when tg_op = 'DELETE' then old.panel_id else new.panel_id end;
begin
  perform 1 from angoff_panels where id = changed and state = 'preparing' for share;
  if not found then
    raise exception 'the judges of panel % are settled', changed using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger angoff_judges_in_preparation before insert or update or delete on angoff_judges
  for each row execute function require_preparing_panel();

create function require_running_round() returns trigger language plpgsql as $$
begin
  perform 1 from angoff_panels
    where id = new.panel_id and state = case new.round when 1 then 'round_1' else 'round_2' end::panel_state for share;
  if not found then
    raise exception 'round % of panel % does not run', new.round, new.panel_id using errcode = 'check_violation';
  end if;
  if not exists (select 1 from exam_form_items i join angoff_panels p on p.form_id = i.form_id
      where p.id = new.panel_id and i.version_id = new.version_id and i.is_scored) then
    raise exception 'panel % does not rate this item', new.panel_id using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and (old.panel_id, old.judge_id, old.version_id, old.round)
     is distinct from (new.panel_id, new.judge_id, new.version_id, new.round) then
    raise exception 'a rating stays whose it is' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger angoff_ratings_in_round before insert or update on angoff_ratings
  for each row execute function require_running_round();
create trigger angoff_ratings_not_deleted before delete on angoff_ratings
  for each row execute function refuse_change();
alter table angoff_ratings
  add constraint angoff_ratings_round_check check (round in (1, 2)),
  add constraint angoff_ratings_chance_check check (chance between 0 and 1);

alter table item_statistics
  add constraint item_statistics_shares_check
    check (n > 0 and p between 0 and 1 and exposure between 0 and 1 and item_rest between -1 and 1);

-- Integrity: flags once, cases one at a time, and two people who agree ------------------------------------

alter table integrity_flags
  add constraint integrity_flags_chance_check check (chance between 0 and 1),
  add constraint integrity_flags_other_check check (other_attempt_id <> attempt_id);
create unique index integrity_flags_once on integrity_flags (attempt_id, rule, other_attempt_id) nulls not distinct;
create trigger integrity_flags_not_deleted before delete on integrity_flags
  for each row execute function refuse_change();

create unique index integrity_cases_one_open on integrity_cases (attempt_id) where state = 'open';
alter table integrity_cases
  add constraint integrity_cases_reason_check check (btrim(reason) <> ''),
  add constraint integrity_cases_closed_check check ((state = 'open') = (closed_at is null));

create function keep_integrity_case() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' or (old.attempt_id, old.opened_by_id, old.reason, old.opened_at)
     is distinct from (new.attempt_id, new.opened_by_id, new.reason, new.opened_at) then
    raise exception 'case % may not be changed so', old.id using errcode = 'check_violation';
  end if;
  if new.state <> 'open' and (select count(*) from integrity_reviews where case_id = new.id
      and verdict = case new.state when 'confirmed' then 'confirm' else 'clear' end::case_verdict) < 2 then
    raise exception 'case % is not agreed on by two', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger integrity_cases_kept before update on integrity_cases
  for each row execute function keep_integrity_case();
create trigger integrity_cases_not_deleted before delete on integrity_cases
  for each row execute function refuse_change();

-- ISO/IEC 17024, 5.2: who trained a candidate has no part in certifying them.
create function teaches_candidate(person uuid, attempt uuid) returns boolean language sql stable as $$
  select exists (
    select 1 from exam_attempts a join provider_members m on m.user_id = person
    where a.id = attempt and m.provider_id in (
      select provider_id from offerings where id = a.offering_id
      union
      select o.provider_id from access_grants g join offerings o on o.id = g.offering_id
      where g.user_id = a.candidate_id))
$$;

create function require_impartial_reviewer() returns trigger language plpgsql as $$
declare
  questioned uuid;
begin
  select attempt_id into questioned from integrity_cases where id = new.case_id and state = 'open' for no key update;
  if not found then
    raise exception 'case % is closed', new.case_id using errcode = 'check_violation';
  end if;
  if exists (select 1 from exam_attempts where id = questioned and candidate_id = new.reviewer_id)
     or teaches_candidate(new.reviewer_id, questioned) then
    raise exception 'who is concerned in case % does not review it', new.case_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger integrity_reviews_impartial before insert on integrity_reviews
  for each row execute function require_impartial_reviewer();
create trigger integrity_reviews_immutable before update or delete on integrity_reviews
  for each row execute function refuse_change();
alter table integrity_reviews add constraint integrity_reviews_grounds_check check (btrim(grounds) <> '');

-- A trojan item never counts for anybody's result.
create function require_unscored_trojan() returns trigger language plpgsql as $$
begin
  if exists (select 1 from exam_form_items where version_id = new.version_id and is_scored) then
    raise exception 'item version % is scored on a form', new.version_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger trojan_items_unscored before insert on trojan_items
  for each row execute function require_unscored_trojan();
create trigger trojan_items_immutable before update or delete on trojan_items
  for each row execute function refuse_change();

create function require_no_scored_trojan() returns trigger language plpgsql as $$
begin
  if new.is_scored and exists (select 1 from trojan_items where version_id = new.version_id) then
    raise exception 'a wrong key of item version % was put about', new.version_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger exam_form_items_no_trojan before insert or update on exam_form_items
  for each row execute function require_no_scored_trojan();
