-- CreateEnum
CREATE TYPE "subscription_status" AS ENUM ('pending', 'trialing', 'active', 'past_due', 'unpaid', 'paused', 'held', 'ended', 'duplicate', 'expired');

-- AlterEnum
ALTER TYPE "offering_kind" ADD VALUE 'membership';

-- AlterEnum
ALTER TYPE "grant_source" ADD VALUE 'subscription';

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "stripe_invoice_id" TEXT,
ADD COLUMN     "subscription_id" UUID;

-- CreateTable
CREATE TABLE "subscriptions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "offering_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "period" "price_period" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "price_id" UUID NOT NULL,
    "trial_days" INTEGER NOT NULL DEFAULT 0,
    "status" "subscription_status" NOT NULL DEFAULT 'pending',
    "review" TEXT,
    "livemode" BOOLEAN NOT NULL,
    "ip_address" TEXT,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "checkout_session_id" TEXT,
    "checkout_url" TEXT,
    "stripe_customer_id" TEXT,
    "stripe_subscription_id" TEXT,
    "period_start" TIMESTAMPTZ(6),
    "period_end" TIMESTAMPTZ(6),
    "trial_ends_at" TIMESTAMPTZ(6),
    "cancel_at" TIMESTAMPTZ(6),
    "paused_until" TIMESTAMPTZ(6),
    "grace_until" TIMESTAMPTZ(6),
    "grace_extended_to" TIMESTAMPTZ(6),
    "started_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_subscriptions" (
    "id" TEXT NOT NULL,
    "subscription_id" UUID NOT NULL,
    "customer_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "interval" TEXT NOT NULL,
    "period_start" TIMESTAMPTZ(6) NOT NULL,
    "period_end" TIMESTAMPTZ(6) NOT NULL,
    "trial_end" TIMESTAMPTZ(6),
    "cancel_at" TIMESTAMPTZ(6),
    "cancel_at_period_end" BOOLEAN NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "is_paused" BOOLEAN NOT NULL,
    "resumes_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "stripe_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_invoices" (
    "id" TEXT NOT NULL,
    "subscription_id" UUID NOT NULL,
    "stripe_subscription_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "billing_reason" TEXT,
    "currency" CHAR(3) NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "amount_due_minor" BIGINT NOT NULL,
    "amount_paid_minor" BIGINT NOT NULL,
    "period_start" TIMESTAMPTZ(6) NOT NULL,
    "period_end" TIMESTAMPTZ(6) NOT NULL,
    "payment_intent_id" TEXT,
    "attempt_count" INTEGER NOT NULL,
    "first_failed_at" TIMESTAMPTZ(6),
    "next_attempt_at" TIMESTAMPTZ(6),
    "hosted_url" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "paid_at" TIMESTAMPTZ(6),
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "stripe_invoices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_checkout_session_id_key" ON "subscriptions"("checkout_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_stripe_subscription_id_key" ON "subscriptions"("stripe_subscription_id");

-- CreateIndex
CREATE INDEX "subscriptions_user_id_created_at_idx" ON "subscriptions"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "subscriptions_status_period_end_idx" ON "subscriptions"("status", "period_end");

-- CreateIndex
CREATE INDEX "stripe_subscriptions_subscription_id_idx" ON "stripe_subscriptions"("subscription_id");

-- CreateIndex
CREATE INDEX "stripe_invoices_subscription_id_created_at_idx" ON "stripe_invoices"("subscription_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "orders_stripe_invoice_id_key" ON "orders"("stripe_invoice_id");

-- CreateIndex
CREATE INDEX "orders_subscription_id_idx" ON "orders"("subscription_id");

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_price_id_fkey" FOREIGN KEY ("price_id") REFERENCES "prices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_subscriptions" ADD CONSTRAINT "stripe_subscriptions_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_invoices" ADD CONSTRAINT "stripe_invoices_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One membership that lives and one that waits for its checkout, whatever two requests do at once.
create unique index subscriptions_one_live on subscriptions (user_id)
  where status in ('trialing', 'active', 'past_due', 'unpaid', 'paused', 'held');
create unique index subscriptions_one_pending on subscriptions (user_id) where status = 'pending';
-- One trial per person. A checkout that nobody completed has not used it.
create unique index subscriptions_one_trial on subscriptions (user_id)
  where trial_days > 0 and status <> 'expired';
alter table subscriptions
  add constraint subscriptions_amount_check check (amount_minor > 0),
  add constraint subscriptions_currency_check check (currency ~ '^[A-Z]{3}$'),
  add constraint subscriptions_period_check check (period in ('per_month', 'per_year')),
  add constraint subscriptions_trial_check check (trial_days between 0 and 365),
  add constraint subscriptions_window_check check (period_end >= period_start);
alter table stripe_invoices
  add constraint stripe_invoices_window_check check (period_end >= period_start);

-- What an order is of: both or neither.
alter table orders add constraint orders_subscription_check
  check ((subscription_id is null) = (stripe_invoice_id is null));

-- A membership has a page of its own and is never found in the catalogue.
create function unlist_membership() returns trigger language plpgsql as $$
begin
  new.is_listed := false;
  return new;
end $$;
create trigger offering_search_unlisted before insert or update on offering_search
  for each row when (new.kind::text = 'membership') execute function unlist_membership();
