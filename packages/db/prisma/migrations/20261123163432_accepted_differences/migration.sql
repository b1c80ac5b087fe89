-- CreateTable
CREATE TABLE "accepted_differences" (
    "livemode" BOOLEAN NOT NULL,
    "kind" "book_kind" NOT NULL,
    "external_id" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "stripe_minor" BIGINT NOT NULL,
    "ledger_minor" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "accepted_by" UUID NOT NULL,
    "accepted_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "accepted_differences_pkey" PRIMARY KEY ("livemode","kind","external_id","currency","stripe_minor","ledger_minor")
);

alter table accepted_differences
  add constraint accepted_differences_amount_check check (stripe_minor <> ledger_minor);
