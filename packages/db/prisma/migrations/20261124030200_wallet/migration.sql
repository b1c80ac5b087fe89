-- CreateTable
CREATE TABLE "held_certifications" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "offering_id" UUID,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "number" TEXT,
    "url" TEXT,
    "earned_on" DATE NOT NULL,
    "valid_until" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "held_certifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "renewal_feeds" (
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "renewal_feeds_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "held_certifications_user_id_idx" ON "held_certifications"("user_id");

-- CreateIndex
CREATE INDEX "held_certifications_offering_id_idx" ON "held_certifications"("offering_id");

-- CreateIndex
CREATE UNIQUE INDEX "renewal_feeds_token_hash_key" ON "renewal_feeds"("token_hash");

-- AddForeignKey
ALTER TABLE "held_certifications" ADD CONSTRAINT "held_certifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_certifications" ADD CONSTRAINT "held_certifications_offering_id_fkey" FOREIGN KEY ("offering_id") REFERENCES "offerings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renewal_feeds" ADD CONSTRAINT "renewal_feeds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
