-- AlterTable
ALTER TABLE "credentials" ADD COLUMN     "is_score_shown" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "credential_views" (
    "credential_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "referrer_host" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "credential_views_pkey" PRIMARY KEY ("credential_id","day","referrer_host")
);

-- AddForeignKey
ALTER TABLE "credential_views" ADD CONSTRAINT "credential_views_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credentials"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is counted was seen, and a host is no more than a host --------------------

alter table credential_views
  add constraint credential_views_count_check check (count > 0),
  add constraint credential_views_host_check check (
    length(referrer_host) <= 253 and referrer_host !~ '[/?#@[:space:]]');
