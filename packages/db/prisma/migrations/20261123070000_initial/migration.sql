create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists citext;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('support', 'catalog_editor', 'finance', 'exam_board', 'admin');

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('verify_email', 'reset_password', 'sign_in', 'change_email');

-- CreateEnum
CREATE TYPE "guide_status" AS ENUM ('draft', 'published', 'retired');

-- CreateEnum
CREATE TYPE "guide_section_kind" AS ENUM ('role', 'comparison', 'duties', 'industries', 'pay', 'outlook', 'technical_skills', 'workplace_skills', 'education', 'certifications', 'path', 'day', 'questions', 'sources');

-- CreateEnum
CREATE TYPE "fact_kind" AS ENUM ('pay', 'outlook', 'demand', 'survey', 'definition', 'requirement');

-- CreateEnum
CREATE TYPE "guide_skill_level" AS ENUM ('awareness', 'working', 'practitioner', 'expert');

-- CreateEnum
CREATE TYPE "guide_offering_section" AS ENUM ('certifications', 'path', 'courses');

-- CreateEnum
CREATE TYPE "provider_kind" AS ENUM ('university', 'company', 'certification_body', 'nonprofit', 'individual', 'platform');

-- CreateEnum
CREATE TYPE "provider_member_role" AS ENUM ('owner', 'editor');

-- CreateEnum
CREATE TYPE "skill_kind" AS ENUM ('technical', 'workplace');

-- CreateEnum
CREATE TYPE "offering_kind" AS ENUM ('course', 'program', 'certification');

-- CreateEnum
CREATE TYPE "offering_origin" AS ENUM ('own', 'external');

-- CreateEnum
CREATE TYPE "offering_status" AS ENUM ('draft', 'in_review', 'scheduled', 'published', 'retired');

-- CreateEnum
CREATE TYPE "offering_level" AS ENUM ('beginner', 'intermediate', 'advanced', 'mixed');

-- CreateEnum
CREATE TYPE "duration_unit" AS ENUM ('hour', 'day', 'week', 'month');

-- CreateEnum
CREATE TYPE "duration_bucket" AS ENUM ('under_2_hours', 'under_1_week', 'weeks_1_to_4', 'months_1_to_3', 'months_3_to_6', 'over_6_months');

-- CreateEnum
CREATE TYPE "rating_source" AS ENUM ('own', 'external');

-- CreateEnum
CREATE TYPE "person_role" AS ENUM ('instructor', 'author', 'reviewer');

-- CreateEnum
CREATE TYPE "price_period" AS ENUM ('one_time', 'per_month', 'per_year', 'per_exam');

-- CreateEnum
CREATE TYPE "catalog_import_state" AS ENUM ('uploaded', 'previewing', 'previewed', 'queued', 'running', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "import_severity" AS ENUM ('rejected', 'warning');

-- CreateEnum
CREATE TYPE "revision_status" AS ENUM ('draft', 'published');

-- CreateEnum
CREATE TYPE "lesson_kind" AS ENUM ('article', 'video', 'quiz', 'file');

-- CreateEnum
CREATE TYPE "quiz_question_kind" AS ENUM ('single', 'multiple');

-- CreateEnum
CREATE TYPE "grant_source" AS ENUM ('order_line', 'free', 'staff');

-- CreateEnum
CREATE TYPE "grant_state" AS ENUM ('active', 'suspended', 'revoked', 'ended');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('published', 'hidden');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('awaiting_payment', 'processing', 'paid', 'partially_refunded', 'refunded', 'disputed', 'charged_back', 'payment_failed', 'expired', 'cancelled', 'duplicate');

-- CreateEnum
CREATE TYPE "stripe_event_state" AS ENUM ('queued', 'ignored', 'reconciled', 'dead');

-- CreateEnum
CREATE TYPE "stripe_command_kind" AS ENUM ('create_session', 'expire_session', 'refund');

-- CreateEnum
CREATE TYPE "stripe_command_state" AS ENUM ('pending', 'sent', 'done', 'failed', 'unknown');

-- CreateEnum
CREATE TYPE "ledger_kind" AS ENUM ('charge', 'charge_fee', 'refund', 'refund_failed', 'dispute', 'dispute_fee', 'dispute_reversal', 'dispute_lost', 'dispute_reinstated', 'adjustment');

-- CreateEnum
CREATE TYPE "ledger_account" AS ENUM ('stripe_balance', 'processor_fees', 'platform_revenue', 'provider_payable', 'tax_payable', 'dispute_receivable', 'dispute_fees', 'dispute_losses');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(6),
    "name" TEXT,
    "image" TEXT,
    "password_hash" TEXT,
    "password_set_at" TIMESTAMPTZ(6),
    "locale" TEXT NOT NULL DEFAULT 'en',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "suspended_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identities" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT,
    "ip_address" TEXT,
    "method" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignments" (
    "user_id" UUID NOT NULL,
    "role" "staff_role" NOT NULL,
    "granted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted_by" UUID,

    CONSTRAINT "role_assignments_pkey" PRIMARY KEY ("user_id","role")
);

-- CreateTable
CREATE TABLE "account_tokens" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "email" CITEXT NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "account_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(6),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "career_guides" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "status" "guide_status" NOT NULL DEFAULT 'draft',
    "authors" TEXT[],
    "reviewers" TEXT[],
    "published_at" TIMESTAMPTZ(6),
    "reviewed_on" DATE,
    "review_by" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "career_guides_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guide_sections" (
    "id" UUID NOT NULL,
    "guide_id" UUID NOT NULL,
    "kind" "guide_section_kind" NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body_html" TEXT NOT NULL,

    CONSTRAINT "guide_sections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facts" (
    "key" TEXT NOT NULL,
    "kind" "fact_kind" NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "value_low" DECIMAL(65,30),
    "value_high" DECIMAL(65,30),
    "unit" TEXT,
    "currency" CHAR(3),
    "region" TEXT,
    "period" TEXT,
    "source_title" TEXT NOT NULL,
    "source_publisher" TEXT NOT NULL,
    "source_url" TEXT NOT NULL,
    "source_published_on" DATE,
    "verified_on" DATE NOT NULL,
    "review_by" DATE NOT NULL,
    "note" TEXT,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "facts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "guide_neighbours" (
    "guide_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "slug" TEXT,
    "focus" TEXT NOT NULL,
    "deliverables" TEXT NOT NULL,
    "skills" TEXT NOT NULL,
    "typical_background" TEXT NOT NULL,
    "pay_fact_key" TEXT,

    CONSTRAINT "guide_neighbours_pkey" PRIMARY KEY ("guide_id","position")
);

-- CreateTable
CREATE TABLE "guide_stages" (
    "guide_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "years" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "milestones" TEXT[],

    CONSTRAINT "guide_stages_pkey" PRIMARY KEY ("guide_id","position")
);

-- CreateTable
CREATE TABLE "guide_skills" (
    "guide_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "level" "guide_skill_level" NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "guide_skills_pkey" PRIMARY KEY ("guide_id","skill_id")
);

-- CreateTable
CREATE TABLE "guide_offerings" (
    "guide_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "section" "guide_offering_section" NOT NULL,
    "stage" INTEGER,
    "position" INTEGER NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "guide_offerings_pkey" PRIMARY KEY ("guide_id","offering_id","section")
);

-- CreateTable
CREATE TABLE "guide_questions" (
    "guide_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "answer_html" TEXT NOT NULL,

    CONSTRAINT "guide_questions_pkey" PRIMARY KEY ("guide_id","position")
);

-- CreateTable
CREATE TABLE "guide_changes" (
    "guide_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "guide_changes_pkey" PRIMARY KEY ("guide_id","position")
);

-- CreateTable
CREATE TABLE "providers" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "provider_kind" NOT NULL,
    "country" CHAR(2),
    "website_url" TEXT,
    "logo_key" TEXT,
    "summary" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "share_bps" INTEGER NOT NULL DEFAULT 7000,
    "source_url" TEXT,
    "verified_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "providers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_members" (
    "provider_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "provider_member_role" NOT NULL DEFAULT 'editor',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_members_pkey" PRIMARY KEY ("provider_id","user_id")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "parent_id" UUID,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skills" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" CITEXT NOT NULL,
    "kind" "skill_kind" NOT NULL DEFAULT 'technical',
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "skills_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "persons" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "bio" TEXT NOT NULL DEFAULT '',
    "provider_id" UUID,

    CONSTRAINT "persons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offerings" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "offering_kind" NOT NULL,
    "origin" "offering_origin" NOT NULL,
    "status" "offering_status" NOT NULL DEFAULT 'draft',
    "provider_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "description_html" TEXT NOT NULL DEFAULT '',
    "level" "offering_level" NOT NULL,
    "duration_min" INTEGER,
    "duration_max" INTEGER,
    "duration_unit" "duration_unit",
    "duration_bucket" "duration_bucket",
    "workload_hours" INTEGER,
    "hours_per_week" INTEGER,
    "image_key" TEXT,
    "rating_centi" INTEGER,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "rating_source" "rating_source",
    "external_enrolled" INTEGER,
    "external_url" TEXT,
    "source_name" TEXT,
    "source_url" TEXT,
    "verified_on" DATE,
    "publish_at" TIMESTAMPTZ(6),
    "published_at" TIMESTAMPTZ(6),
    "retired_at" TIMESTAMPTZ(6),
    "current_revision_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "offerings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offering_languages" (
    "offering_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "offering_languages_pkey" PRIMARY KEY ("offering_id","language")
);

-- CreateTable
CREATE TABLE "offering_topics" (
    "offering_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "offering_topics_pkey" PRIMARY KEY ("offering_id","topic_id")
);

-- CreateTable
CREATE TABLE "offering_skills" (
    "offering_id" UUID NOT NULL,
    "skill_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "offering_skills_pkey" PRIMARY KEY ("offering_id","skill_id")
);

-- CreateTable
CREATE TABLE "offering_outcomes" (
    "offering_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "offering_outcomes_pkey" PRIMARY KEY ("offering_id","position")
);

-- CreateTable
CREATE TABLE "offering_faqs" (
    "offering_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "answer_html" TEXT NOT NULL,

    CONSTRAINT "offering_faqs_pkey" PRIMARY KEY ("offering_id","position")
);

-- CreateTable
CREATE TABLE "offering_persons" (
    "offering_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "person_role" NOT NULL DEFAULT 'instructor',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "offering_persons_pkey" PRIMARY KEY ("offering_id","person_id","role")
);

-- CreateTable
CREATE TABLE "offering_facts" (
    "offering_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "label" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "source_title" TEXT,
    "source_url" TEXT,
    "verified_on" DATE NOT NULL,

    CONSTRAINT "offering_facts_pkey" PRIMARY KEY ("offering_id","key")
);

-- CreateTable
CREATE TABLE "prices" (
    "id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "period" "price_period" NOT NULL DEFAULT 'one_time',
    "note" TEXT,
    "valid_from" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valid_to" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offering_import_keies" (
    "source" TEXT NOT NULL,
    "external_key" TEXT NOT NULL,
    "offering_id" UUID NOT NULL,
    "row_hash" TEXT NOT NULL,
    "import_id" UUID,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "offering_import_keies_pkey" PRIMARY KEY ("source","external_key")
);

-- CreateTable
CREATE TABLE "program_courses" (
    "program_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "program_courses_pkey" PRIMARY KEY ("program_id","course_id")
);

-- CreateTable
CREATE TABLE "offering_search" (
    "offering_id" UUID NOT NULL,
    "is_listed" BOOLEAN NOT NULL,
    "kind" "offering_kind" NOT NULL,
    "level" "offering_level" NOT NULL,
    "provider_slug" TEXT NOT NULL,
    "topics" TEXT[],
    "skills" TEXT[],
    "languages" TEXT[],
    "duration_bucket" "duration_bucket",
    "price_class" TEXT,
    "price_usd_minor" BIGINT,
    "rating_centi" INTEGER,
    "rating_count" INTEGER NOT NULL DEFAULT 0,
    "popularity" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "published_at" TIMESTAMPTZ(6),
    "title" TEXT NOT NULL,
    "fuzzy" TEXT NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "offering_search_pkey" PRIMARY KEY ("offering_id")
);

-- CreateTable
CREATE TABLE "medias" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "alt" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "medias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog_imports" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "state" "catalog_import_state" NOT NULL DEFAULT 'uploaded',
    "mapping" JSONB,
    "encoding" TEXT,
    "total_rows" INTEGER,
    "processed_rows" INTEGER NOT NULL DEFAULT 0,
    "created_rows" INTEGER NOT NULL DEFAULT 0,
    "updated_rows" INTEGER NOT NULL DEFAULT 0,
    "unchanged_rows" INTEGER NOT NULL DEFAULT 0,
    "rejected_rows" INTEGER NOT NULL DEFAULT 0,
    "preview" JSONB,
    "error" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "catalog_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog_import_issues" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "severity" "import_severity" NOT NULL,
    "reason" TEXT NOT NULL,
    "value" TEXT,

    CONSTRAINT "catalog_import_issues_pkey" PRIMARY KEY ("import_id","line","field","severity")
);

-- CreateTable
CREATE TABLE "course_revisions" (
    "id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "revision_status" NOT NULL DEFAULT 'draft',
    "change_note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(6),

    CONSTRAINT "course_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_modules" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "course_modules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lessons" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "lesson_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "is_preview" BOOLEAN NOT NULL DEFAULT false,
    "is_required" BOOLEAN NOT NULL DEFAULT true,
    "body_html" TEXT NOT NULL DEFAULT '',
    "video_key" TEXT,
    "captions_key" TEXT,
    "poster_key" TEXT,
    "video_seconds" INTEGER,
    "file_key" TEXT,
    "file_name" TEXT,
    "pass_percent" INTEGER,

    CONSTRAINT "lessons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_questions" (
    "id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "quiz_question_kind" NOT NULL,
    "prompt_html" TEXT NOT NULL,
    "explanation_html" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "quiz_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quiz_options" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "is_correct" BOOLEAN NOT NULL,

    CONSTRAINT "quiz_options_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolments" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "revision_id" UUID,
    "last_lesson_key" TEXT,
    "progress_percent" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_activity_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(6),

    CONSTRAINT "enrolments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_progress" (
    "enrolment_id" UUID NOT NULL,
    "lesson_key" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(6),
    "position_seconds" INTEGER NOT NULL DEFAULT 0,
    "watched_seconds" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "lesson_progress_pkey" PRIMARY KEY ("enrolment_id","lesson_key")
);

-- CreateTable
CREATE TABLE "quiz_attempts" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "lesson_key" TEXT NOT NULL,
    "lesson_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "score_percent" INTEGER NOT NULL,
    "is_passed" BOOLEAN NOT NULL,
    "submitted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quiz_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_notes" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "lesson_key" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "position_seconds" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "lesson_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_grants" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "source_type" "grant_source" NOT NULL,
    "source_id" UUID NOT NULL,
    "state" "grant_state" NOT NULL DEFAULT 'active',
    "state_reason" TEXT,
    "starts_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(6),
    "note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "access_grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "rating" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" "review_status" NOT NULL DEFAULT 'published',
    "status_reason" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_messages" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(6),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "mail_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "table" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "subtotal_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL DEFAULT 0,
    "tax_minor" BIGINT NOT NULL DEFAULT 0,
    "total_minor" BIGINT NOT NULL,
    "status" "order_status" NOT NULL DEFAULT 'awaiting_payment',
    "review" TEXT,
    "cart_hash" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "checkout_version" INTEGER NOT NULL DEFAULT 1,
    "checkout_session_id" TEXT,
    "checkout_url" TEXT,
    "payment_intent_id" TEXT,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "paid_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_lines" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "offering_id" UUID NOT NULL,
    "price_id" UUID,
    "title" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "provider_id" UUID NOT NULL,
    "share_bps" INTEGER NOT NULL,
    "refund_promise" JSONB NOT NULL,

    CONSTRAINT "order_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_charges" (
    "id" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" TEXT NOT NULL,
    "failure_code" TEXT,
    "failure_message" TEXT,
    "card_brand" TEXT,
    "card_last4" TEXT,
    "fee_minor" BIGINT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "stripe_charges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_refunds" (
    "id" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "charge_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "command_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "stripe_refunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund_allocations" (
    "refund_id" TEXT NOT NULL,
    "order_line_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "refund_allocations_pkey" PRIMARY KEY ("refund_id","order_line_id")
);

-- CreateTable
CREATE TABLE "stripe_disputes" (
    "id" TEXT NOT NULL,
    "order_id" UUID NOT NULL,
    "charge_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence_due_by" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "stripe_disputes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_events" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "account" TEXT,
    "livemode" BOOLEAN NOT NULL,
    "api_version" TEXT,
    "payload" JSONB NOT NULL,
    "target_key" TEXT,
    "state" "stripe_event_state" NOT NULL,
    "note" TEXT,
    "deliveries" INTEGER NOT NULL DEFAULT 1,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_targets" (
    "key" TEXT NOT NULL,
    "dirty_seq" BIGINT NOT NULL DEFAULT 0,
    "synced_seq" BIGINT NOT NULL DEFAULT 0,
    "lease_token" UUID,
    "lease_until" TIMESTAMPTZ(6),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dirty_since" TIMESTAMPTZ(6),
    "synced_at" TIMESTAMPTZ(6),
    "last_error" TEXT,
    "dead_at" TIMESTAMPTZ(6),

    CONSTRAINT "sync_targets_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "stripe_commands" (
    "id" UUID NOT NULL,
    "kind" "stripe_command_kind" NOT NULL,
    "order_id" UUID NOT NULL,
    "params" JSONB NOT NULL,
    "state" "stripe_command_state" NOT NULL DEFAULT 'pending',
    "result_id" TEXT,
    "error" TEXT,
    "requested_by" UUID,
    "reason" TEXT,
    "first_sent_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "stripe_commands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transactions" (
    "id" UUID NOT NULL,
    "kind" "ledger_kind" NOT NULL,
    "external_id" TEXT NOT NULL,
    "order_id" UUID,
    "livemode" BOOLEAN NOT NULL,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "posted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_transactions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "id" BIGSERIAL NOT NULL,
    "transaction_id" UUID NOT NULL,
    "account" "ledger_account" NOT NULL,
    "owner_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "identities_user_id_idx" ON "identities"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "identities_provider_provider_account_id_key" ON "identities"("provider", "provider_account_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_tokens_token_hash_key" ON "account_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "account_tokens_user_id_idx" ON "account_tokens"("user_id");

-- CreateIndex
CREATE INDEX "account_tokens_expires_at_idx" ON "account_tokens"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "career_guides_slug_key" ON "career_guides"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "guide_sections_guide_id_kind_key" ON "guide_sections"("guide_id", "kind");

-- CreateIndex
CREATE INDEX "guide_skills_skill_id_idx" ON "guide_skills"("skill_id");

-- CreateIndex
CREATE INDEX "guide_offerings_offering_id_idx" ON "guide_offerings"("offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "providers_slug_key" ON "providers"("slug");

-- CreateIndex
CREATE INDEX "providers_name_idx" ON "providers" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "provider_members_user_id_idx" ON "provider_members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "topics_slug_key" ON "topics"("slug");

-- CreateIndex
CREATE INDEX "topics_parent_id_idx" ON "topics"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "skills_slug_key" ON "skills"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "skills_name_key" ON "skills"("name");

-- CreateIndex
CREATE UNIQUE INDEX "persons_slug_key" ON "persons"("slug");

-- CreateIndex
CREATE INDEX "persons_provider_id_idx" ON "persons"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "offerings_slug_key" ON "offerings"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "offerings_current_revision_id_key" ON "offerings"("current_revision_id");

-- CreateIndex
CREATE INDEX "offerings_provider_id_idx" ON "offerings"("provider_id");

-- CreateIndex
CREATE INDEX "offerings_status_publish_at_idx" ON "offerings"("status", "publish_at");

-- CreateIndex
CREATE INDEX "offering_topics_topic_id_idx" ON "offering_topics"("topic_id");

-- CreateIndex
CREATE INDEX "offering_skills_skill_id_idx" ON "offering_skills"("skill_id");

-- CreateIndex
CREATE INDEX "offering_persons_person_id_idx" ON "offering_persons"("person_id");

-- CreateIndex
CREATE INDEX "prices_offering_id_idx" ON "prices"("offering_id");

-- CreateIndex
CREATE INDEX "offering_import_keies_offering_id_idx" ON "offering_import_keies"("offering_id");

-- CreateIndex
CREATE INDEX "program_courses_course_id_idx" ON "program_courses"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "medias_key_key" ON "medias"("key");

-- CreateIndex
CREATE UNIQUE INDEX "course_revisions_offering_id_number_key" ON "course_revisions"("offering_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "course_modules_revision_id_key_key" ON "course_modules"("revision_id", "key");

-- CreateIndex
CREATE INDEX "lessons_module_id_idx" ON "lessons"("module_id");

-- CreateIndex
CREATE UNIQUE INDEX "lessons_revision_id_key_key" ON "lessons"("revision_id", "key");

-- CreateIndex
CREATE INDEX "quiz_questions_lesson_id_idx" ON "quiz_questions"("lesson_id");

-- CreateIndex
CREATE INDEX "quiz_options_question_id_idx" ON "quiz_options"("question_id");

-- CreateIndex
CREATE INDEX "enrolments_offering_id_idx" ON "enrolments"("offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolments_user_id_offering_id_key" ON "enrolments"("user_id", "offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_attempts_enrolment_id_request_id_key" ON "quiz_attempts"("enrolment_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_attempts_enrolment_id_lesson_key_number_key" ON "quiz_attempts"("enrolment_id", "lesson_key", "number");

-- CreateIndex
CREATE INDEX "lesson_notes_enrolment_id_lesson_key_idx" ON "lesson_notes"("enrolment_id", "lesson_key");

-- CreateIndex
CREATE INDEX "access_grants_user_id_offering_id_idx" ON "access_grants"("user_id", "offering_id");

-- CreateIndex
CREATE INDEX "access_grants_offering_id_idx" ON "access_grants"("offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_grants_source_type_source_id_user_id_offering_id_key" ON "access_grants"("source_type", "source_id", "user_id", "offering_id");

-- CreateIndex
CREATE INDEX "reviews_status_created_at_idx" ON "reviews"("status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_offering_id_user_id_key" ON "reviews"("offering_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_messages_key_key" ON "mail_messages"("key");

-- CreateIndex
CREATE INDEX "mail_messages_created_at_idx" ON "mail_messages"("created_at");

-- CreateIndex
CREATE INDEX "audit_entries_entity_type_entity_id_idx" ON "audit_entries"("entity_type", "entity_id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_id_idx" ON "audit_entries"("actor_id");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_user_id_table_name_key" ON "saved_views"("user_id", "table", "name");

-- CreateIndex
CREATE UNIQUE INDEX "orders_number_key" ON "orders"("number");

-- CreateIndex
CREATE UNIQUE INDEX "orders_checkout_session_id_key" ON "orders"("checkout_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_payment_intent_id_key" ON "orders"("payment_intent_id");

-- CreateIndex
CREATE INDEX "orders_user_id_created_at_idx" ON "orders"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "orders_status_idx" ON "orders"("status");

-- CreateIndex
CREATE INDEX "orders_created_at_idx" ON "orders"("created_at");

-- CreateIndex
CREATE INDEX "order_lines_offering_id_idx" ON "order_lines"("offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_lines_order_id_position_key" ON "order_lines"("order_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "order_lines_order_id_offering_id_key" ON "order_lines"("order_id", "offering_id");

-- CreateIndex
CREATE INDEX "stripe_charges_order_id_idx" ON "stripe_charges"("order_id");

-- CreateIndex
CREATE INDEX "stripe_refunds_order_id_idx" ON "stripe_refunds"("order_id");

-- CreateIndex
CREATE INDEX "refund_allocations_order_line_id_idx" ON "refund_allocations"("order_line_id");

-- CreateIndex
CREATE INDEX "stripe_disputes_order_id_idx" ON "stripe_disputes"("order_id");

-- CreateIndex
CREATE INDEX "stripe_events_received_at_idx" ON "stripe_events"("received_at");

-- CreateIndex
CREATE INDEX "stripe_events_target_key_idx" ON "stripe_events"("target_key");

-- CreateIndex
CREATE INDEX "stripe_commands_order_id_idx" ON "stripe_commands"("order_id");

-- CreateIndex
CREATE INDEX "ledger_transactions_order_id_idx" ON "ledger_transactions"("order_id");

-- CreateIndex
CREATE INDEX "ledger_transactions_occurred_at_idx" ON "ledger_transactions"("occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transactions_kind_external_id_key" ON "ledger_transactions"("kind", "external_id");

-- CreateIndex
CREATE INDEX "ledger_entries_transaction_id_idx" ON "ledger_entries"("transaction_id");

-- CreateIndex
CREATE INDEX "ledger_entries_account_owner_id_currency_idx" ON "ledger_entries"("account", "owner_id", "currency");

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_sections" ADD CONSTRAINT "guide_sections_guide_id_fkey" FOREIGN KEY ("guide_id") REFERENCES "career_guides"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_neighbours" ADD CONSTRAINT "guide_neighbours_guide_id_fkey" FOREIGN KEY ("guide_id") REFERENCES "career_guides"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_stages" ADD CONSTRAINT "guide_stages_guide_id_fkey" FOREIGN KEY ("guide_id") REFERENCES "career_guides"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_skills" ADD CONSTRAINT "guide_skills_guide_id_fkey" FOREIGN KEY ("guide_id") REFERENCES "career_guides"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_skills" ADD CONSTRAINT "guide_skills_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skills"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_offerings" ADD CONSTRAINT "guide_offerings_guide_id_fkey" FOREIGN KEY ("guide_id") REFERENCES "career_guides"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_offerings" ADD CONSTRAINT "guide_offerings_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_questions" ADD CONSTRAINT "guide_questions_guide_id_fkey" FOREIGN KEY ("guide_id") REFERENCES "career_guides"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_changes" ADD CONSTRAINT "guide_changes_guide_id_fkey" FOREIGN KEY ("guide_id") REFERENCES "career_guides"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_members" ADD CONSTRAINT "provider_members_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_members" ADD CONSTRAINT "provider_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "topics"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "persons" ADD CONSTRAINT "persons_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_current_revision_id_fkey" FOREIGN KEY ("current_revision_id") REFERENCES "course_revisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_languages" ADD CONSTRAINT "offering_languages_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_topics" ADD CONSTRAINT "offering_topics_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_topics" ADD CONSTRAINT "offering_topics_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_skills" ADD CONSTRAINT "offering_skills_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_skills" ADD CONSTRAINT "offering_skills_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skills"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_outcomes" ADD CONSTRAINT "offering_outcomes_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_faqs" ADD CONSTRAINT "offering_faqs_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_persons" ADD CONSTRAINT "offering_persons_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_persons" ADD CONSTRAINT "offering_persons_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_facts" ADD CONSTRAINT "offering_facts_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prices" ADD CONSTRAINT "prices_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_import_keies" ADD CONSTRAINT "offering_import_keies_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_courses" ADD CONSTRAINT "program_courses_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_courses" ADD CONSTRAINT "program_courses_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offering_search" ADD CONSTRAINT "offering_search_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_imports" ADD CONSTRAINT "catalog_imports_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_import_issues" ADD CONSTRAINT "catalog_import_issues_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "catalog_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_revisions" ADD CONSTRAINT "course_revisions_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_modules" ADD CONSTRAINT "course_modules_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "course_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "course_revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_module_id_fkey" FOREIGN KEY ("module_id") REFERENCES "course_modules"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_questions" ADD CONSTRAINT "quiz_questions_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lessons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_options" ADD CONSTRAINT "quiz_options_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "quiz_questions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "course_revisions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_notes" ADD CONSTRAINT "lesson_notes_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_grants" ADD CONSTRAINT "access_grants_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_grants" ADD CONSTRAINT "access_grants_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_price_id_fkey" FOREIGN KEY ("price_id") REFERENCES "prices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_charges" ADD CONSTRAINT "stripe_charges_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_refunds" ADD CONSTRAINT "stripe_refunds_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_allocations" ADD CONSTRAINT "refund_allocations_refund_id_fkey" FOREIGN KEY ("refund_id") REFERENCES "stripe_refunds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_allocations" ADD CONSTRAINT "refund_allocations_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_disputes" ADD CONSTRAINT "stripe_disputes_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_commands" ADD CONSTRAINT "stripe_commands_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "ledger_transactions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------
-- Below: what Prisma's schema language cannot say. packages/db/src/guarantees.db.test.ts
-- reads the system catalogue and fails when one of these is missing.
-- ---------------------------------------------------------------------------

-- Catalogue -----------------------------------------------------------------

alter table providers
  add constraint providers_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint providers_share_check check (share_bps between 0 and 10000);

alter table topics add constraint topics_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table skills add constraint skills_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

alter table offerings
  add constraint offerings_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint offerings_title_check check (length(btrim(title)) > 0),
  add constraint offerings_rating_check check (
    rating_count >= 0
    and (rating_centi is null or rating_centi between 0 and 500)
    and ((rating_centi is null) = (rating_source is null))),
  add constraint offerings_duration_check check (
    (duration_unit is null and duration_min is null and duration_max is null and duration_bucket is null)
    or (duration_unit is not null and duration_bucket is not null
        and duration_min >= 0 and duration_max >= duration_min and duration_max > 0)),
  add constraint offerings_workload_check check (workload_hours > 0 and hours_per_week > 0),
  add constraint offerings_external_check check (external_enrolled >= 0),
  add constraint offerings_schedule_check check (status <> 'scheduled' or publish_at is not null),
  add constraint offerings_published_check check (status <> 'published' or published_at is not null),
  add constraint offerings_retired_check check (status <> 'retired' or retired_at is not null),
  add constraint offerings_version_check check (version > 0);

alter table prices
  add constraint prices_amount_check check (amount_minor >= 0),
  add constraint prices_currency_check check (currency ~ '^[A-Z]{3}$'),
  add constraint prices_window_check check (valid_to is null or valid_to >= valid_from);
create unique index prices_one_active on prices (offering_id, currency, period) where valid_to is null;

alter table program_courses add constraint program_courses_distinct_check check (program_id <> course_id);
create unique index program_courses_position on program_courses (program_id, position);

-- Course content: a published revision never changes ------------------------

create unique index course_revisions_one_draft on course_revisions (offering_id) where status = 'draft';
alter table course_revisions
  add constraint course_revisions_published_check check ((status = 'published') = (published_at is not null));
alter table lessons
  add constraint lessons_minutes_check check (minutes >= 0),
  add constraint lessons_quiz_check check (
    (kind = 'quiz') = (pass_percent is not null) and (pass_percent is null or pass_percent between 0 and 100));

create function refuse_published_revision() returns trigger language plpgsql as $$
declare
  touched uuid := case when tg_op = 'DELETE' then old.revision_id else new.revision_id end;
begin
  if exists (select 1 from course_revisions where id = touched and status = 'published') then
    raise exception 'revision % is published and cannot change', touched using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger course_modules_frozen before insert or update or delete on course_modules
  for each row execute function refuse_published_revision();
create trigger lessons_frozen before insert or update or delete on lessons
  for each row execute function refuse_published_revision();

create function refuse_published_question() returns trigger language plpgsql as $$
declare
  touched uuid := case when tg_op = 'DELETE' then old.lesson_id else new.lesson_id end;
begin
  if exists (select 1 from lessons l join course_revisions r on r.id = l.revision_id
             where l.id = touched and r.status = 'published') then
    raise exception 'lesson % belongs to a published revision and cannot change', touched
      using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger quiz_questions_frozen before insert or update or delete on quiz_questions
  for each row execute function refuse_published_question();

create function refuse_published_option() returns trigger language plpgsql as $$
declare
  touched uuid := case when tg_op = 'DELETE' then old.question_id else new.question_id end;
begin
  if exists (select 1 from quiz_questions q join lessons l on l.id = q.lesson_id
             join course_revisions r on r.id = l.revision_id
             where q.id = touched and r.status = 'published') then
    raise exception 'question % belongs to a published revision and cannot change', touched
      using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger quiz_options_frozen before insert or update or delete on quiz_options
  for each row execute function refuse_published_option();

create function refuse_unpublishing() returns trigger language plpgsql as $$
begin
  if old.status = 'published' and (tg_op = 'DELETE' or new.status <> 'published'
      or new.number <> old.number or new.offering_id <> old.offering_id) then
    raise exception 'revision % is published and cannot change', old.id using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger course_revisions_frozen before update or delete on course_revisions
  for each row execute function refuse_unpublishing();

-- Learning ------------------------------------------------------------------

alter table enrolments
  add constraint enrolments_progress_check check (progress_percent between 0 and 100);
alter table lesson_progress
  add constraint lesson_progress_check check (position_seconds >= 0 and watched_seconds >= 0);
alter table quiz_attempts
  add constraint quiz_attempts_score_check check (score_percent between 0 and 100 and number > 0);
alter table access_grants
  add constraint access_grants_window_check check (ends_at is null or ends_at >= starts_at);
create index access_grants_live on access_grants (user_id, offering_id) where state = 'active';
alter table reviews add constraint reviews_rating_check check (rating between 1 and 5);

-- Orders and money ----------------------------------------------------------

alter table orders
  add constraint orders_currency_check check (currency ~ '^[A-Z]{3}$'),
  add constraint orders_total_check check (
    subtotal_minor >= 0 and discount_minor >= 0 and tax_minor >= 0
    and discount_minor <= subtotal_minor
    and total_minor = subtotal_minor - discount_minor + tax_minor),
  add constraint orders_checkout_version_check check (checkout_version > 0);
-- At most one open order per person and cart, so that a double click cannot start two payments.
create unique index orders_one_open on orders (user_id, cart_hash)
  where status in ('awaiting_payment', 'processing');
alter table order_lines
  add constraint order_lines_amount_check check (amount_minor >= 0),
  add constraint order_lines_share_check check (share_bps between 0 and 10000);
alter table refund_allocations add constraint refund_allocations_amount_check check (amount_minor > 0);
alter table stripe_refunds add constraint stripe_refunds_amount_check check (amount_minor > 0);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger order_lines_immutable before update or delete on order_lines
  for each row execute function refuse_change();
create trigger ledger_transactions_immutable before update or delete on ledger_transactions
  for each row execute function refuse_change();
create trigger ledger_entries_immutable before update or delete on ledger_entries
  for each row execute function refuse_change();
create trigger audit_entries_immutable before update or delete on audit_entries
  for each row execute function refuse_change();
create trigger ledger_transactions_no_truncate before truncate on ledger_transactions
  for each statement execute function refuse_change();
create trigger ledger_entries_no_truncate before truncate on ledger_entries
  for each statement execute function refuse_change();

alter table ledger_entries
  add constraint ledger_entries_amount_check check (amount_minor <> 0),
  add constraint ledger_entries_currency_check check (currency ~ '^[A-Z]{3}$'),
  add constraint ledger_entries_owner_check check ((account = 'provider_payable') = (owner_id is not null));

-- A transaction's entries sum to zero in each currency. Deferred: entries arrive one by one.
create function require_balanced_ledger() returns trigger language plpgsql as $$
declare
  touched uuid := case when tg_table_name = 'ledger_entries' then new.transaction_id else new.id end;
begin
  if not exists (select 1 from ledger_entries where transaction_id = touched) then
    raise exception 'ledger transaction % has no entries', touched using errcode = 'check_violation';
  end if;
  if exists (select 1 from ledger_entries where transaction_id = touched
             group by currency having sum(amount_minor) <> 0) then
    raise exception 'ledger transaction % does not balance', touched using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_entries_balanced after insert on ledger_entries
  deferrable initially deferred for each row execute function require_balanced_ledger();
create constraint trigger ledger_transactions_balanced after insert on ledger_transactions
  deferrable initially deferred for each row execute function require_balanced_ledger();

alter table sync_targets add constraint sync_targets_seq_check check (synced_seq <= dirty_seq);
create index sync_targets_due on sync_targets (next_attempt_at) where dirty_seq > synced_seq and dead_at is null;
create index stripe_commands_open on stripe_commands (created_at) where state in ('pending', 'sent', 'unknown');
create index mail_messages_unsent on mail_messages (created_at) where sent_at is null;

alter table facts add constraint facts_range_check check (value_low is null or value_high is null or value_low <= value_high);

-- Search --------------------------------------------------------------------
-- One row of offering_search per offering. Any change to what it is made of notes the offering in
-- offering_search_dirty; at commit each noted offering is rebuilt once, however many rows changed.

create table offering_search_dirty (
  txid bigint not null default txid_current(),
  offering_id uuid not null,
  primary key (txid, offering_id)
);

create function search_config(language text) returns regconfig language sql immutable as $$
  select (case split_part(language, '-', 1)
    when 'en' then 'english' when 'es' then 'spanish' when 'de' then 'german' when 'fr' then 'french'
    when 'pt' then 'portuguese' when 'it' then 'italian' when 'nl' then 'dutch' when 'fi' then 'finnish'
    when 'sv' then 'swedish' when 'da' then 'danish' when 'no' then 'norwegian' when 'ru' then 'russian'
    when 'tr' then 'turkish' when 'ro' then 'romanian' when 'hu' then 'hungarian'
    else 'simple' end)::regconfig
$$;

create function rebuild_offering_search(ids uuid[]) returns void language plpgsql as $$
begin
  -- Lock first, read in a second statement: two editors of one offering cannot leave a stale row.
  perform 1 from offerings where id = any (ids) order by id for update;
  insert into offering_search as s (
    offering_id, is_listed, kind, level, provider_slug, topics, skills, languages, duration_bucket,
    price_class, price_usd_minor, rating_centi, rating_count, popularity, published_at, title, fuzzy, document)
  select o.id, o.status = 'published', o.kind, o.level, p.slug,
    coalesce(t.slugs, '{}'), coalesce(k.slugs, '{}'), coalesce(l.codes, '{}'), o.duration_bucket,
    case when pr.free then 'free' when pr.paid then 'paid' end, pr.usd_minor,
    o.rating_centi, o.rating_count,
    ln(1 + coalesce(o.external_enrolled, 0)
         + 50 * (select count(*) from enrolments e where e.offering_id = o.id)),
    o.published_at, o.title,
    lower(unaccent(concat_ws(' ', o.title, p.name, k.names))),
    setweight(to_tsvector(search_config(coalesce(l.codes[1], 'en')), unaccent(o.title)), 'A')
      || setweight(to_tsvector('simple', unaccent(o.title)), 'A')
      || setweight(to_tsvector('english', unaccent(coalesce(k.names, ''))), 'B')
      || setweight(to_tsvector('simple', unaccent(concat_ws(' ', p.name, k.names, t.names))), 'C')
      || setweight(to_tsvector(search_config(coalesce(l.codes[1], 'en')),
           unaccent(left(concat_ws(' ', o.summary, regexp_replace(o.description_html, '<[^>]*>', ' ', 'g')), 50000))), 'D')
  from offerings o
  join providers p on p.id = o.provider_id
  left join lateral (
    select array_agg(topics.slug order by x.position, topics.slug) as slugs, string_agg(topics.name, ' ') as names
    from offering_topics x join topics on topics.id = x.topic_id where x.offering_id = o.id) t on true
  left join lateral (
    select array_agg(skills.slug order by x.position, skills.slug) as slugs,
           string_agg(skills.name::text, ' ' order by x.position) as names
    from offering_skills x join skills on skills.id = x.skill_id where x.offering_id = o.id) k on true
  left join lateral (
    select array_agg(x.language order by x.position, x.language) as codes
    from offering_languages x where x.offering_id = o.id) l on true
  left join lateral (
    select bool_or(x.amount_minor = 0) as free, bool_or(x.amount_minor > 0) as paid,
           min(x.amount_minor) filter (where x.currency = 'USD' and x.period in ('one_time', 'per_exam')) as usd_minor
    from prices x where x.offering_id = o.id and x.valid_to is null) pr on true
  where o.id = any (ids)
  on conflict (offering_id) do update set
    is_listed = excluded.is_listed, kind = excluded.kind, level = excluded.level,
    provider_slug = excluded.provider_slug, topics = excluded.topics, skills = excluded.skills,
    languages = excluded.languages, duration_bucket = excluded.duration_bucket,
    price_class = excluded.price_class, price_usd_minor = excluded.price_usd_minor,
    rating_centi = excluded.rating_centi, rating_count = excluded.rating_count,
    popularity = excluded.popularity, published_at = excluded.published_at, title = excluded.title,
    fuzzy = excluded.fuzzy, document = excluded.document;
end $$;

create function flush_offering_search() returns trigger language plpgsql as $$
declare
  ids uuid[];
begin
  with taken as (delete from offering_search_dirty where txid = txid_current() returning offering_id)
  select array_agg(offering_id) into ids from taken;
  if ids is not null then
    perform rebuild_offering_search(ids);
  end if;
  return null;
end $$;
create constraint trigger offering_search_dirty_flush after insert on offering_search_dirty
  deferrable initially deferred for each row execute function flush_offering_search();

create function note_offering_row() returns trigger language plpgsql as $$
begin
  insert into offering_search_dirty (offering_id)
    select distinct case when tg_table_name = 'offerings' then (to_jsonb(c) ->> 'id')::uuid
                         else (to_jsonb(c) ->> 'offering_id')::uuid end
    from changed c
  on conflict do nothing;
  return null;
end $$;

create trigger offerings_search_insert after insert on offerings
  referencing new table as changed for each statement execute function note_offering_row();
create trigger offerings_search_update after update on offerings
  referencing new table as changed for each statement execute function note_offering_row();

do $$
declare
  source text;
begin
  foreach source in array array['offering_languages', 'offering_topics', 'offering_skills', 'prices'] loop
    execute format('create trigger %1$s_search_insert after insert on %1$s referencing new table as changed
      for each statement execute function note_offering_row()', source);
    execute format('create trigger %1$s_search_update after update on %1$s referencing new table as changed
      for each statement execute function note_offering_row()', source);
    execute format('create trigger %1$s_search_delete after delete on %1$s referencing old table as changed
      for each statement execute function note_offering_row()', source);
  end loop;
end $$;

create function note_renamed_provider() returns trigger language plpgsql as $$
begin
  insert into offering_search_dirty (offering_id)
    select id from offerings where provider_id = new.id on conflict do nothing;
  return null;
end $$;
create trigger providers_search_update after update of name, slug on providers
  for each row when (old.name is distinct from new.name or old.slug is distinct from new.slug)
  execute function note_renamed_provider();

create function note_renamed_skill() returns trigger language plpgsql as $$
begin
  insert into offering_search_dirty (offering_id)
    select offering_id from offering_skills where skill_id = new.id on conflict do nothing;
  return null;
end $$;
create trigger skills_search_update after update of name, slug on skills
  for each row when (old.name is distinct from new.name or old.slug is distinct from new.slug)
  execute function note_renamed_skill();

create function note_renamed_topic() returns trigger language plpgsql as $$
begin
  insert into offering_search_dirty (offering_id)
    select offering_id from offering_topics where topic_id = new.id on conflict do nothing;
  return null;
end $$;
create trigger topics_search_update after update of name, slug on topics
  for each row when (old.name is distinct from new.name or old.slug is distinct from new.slug)
  execute function note_renamed_topic();

create index offering_search_document on offering_search using gin (document);
create index offering_search_fuzzy on offering_search using gin (fuzzy gin_trgm_ops);
create index offering_search_topics on offering_search using gin (topics) where is_listed;
create index offering_search_skills on offering_search using gin (skills) where is_listed;
create index offering_search_languages on offering_search using gin (languages) where is_listed;
create index offering_search_provider on offering_search (provider_slug) where is_listed;
create index offering_search_popularity on offering_search (popularity desc, offering_id) where is_listed;
create index offering_search_newest on offering_search (published_at desc, offering_id) where is_listed;
create index offering_search_rating on offering_search (rating_centi desc nulls last, rating_count desc, offering_id) where is_listed;
create index offering_search_price on offering_search (price_usd_minor, offering_id) where is_listed;
create index offering_search_title on offering_search (title, offering_id) where is_listed;
