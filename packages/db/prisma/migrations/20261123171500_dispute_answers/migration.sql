-- What Stripe says of the evidence in a dispute, and our answers to it as commands. Orders know from
-- where they were placed.
ALTER TYPE "stripe_command_kind" ADD VALUE 'submit_evidence';
ALTER TYPE "stripe_command_kind" ADD VALUE 'close_dispute';

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "ip_address" TEXT;

-- AlterTable
ALTER TABLE "stripe_charges" ADD COLUMN     "billing_address" TEXT,
ADD COLUMN     "billing_name" TEXT;

-- AlterTable
ALTER TABLE "stripe_disputes" ADD COLUMN     "has_evidence" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_late" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "network_code" TEXT,
ADD COLUMN     "submissions" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "stripe_commands" ADD COLUMN     "answers" TEXT,
ADD COLUMN     "dispute_id" TEXT;

-- CreateIndex
CREATE INDEX "stripe_charges_created_at_idx" ON "stripe_charges"("created_at");

-- CreateIndex
CREATE INDEX "stripe_disputes_status_evidence_due_by_idx" ON "stripe_disputes"("status", "evidence_due_by");

-- An answer names the dispute and the status in which it asked. A dispute is answered once in each:
-- evidence cannot be sent twice, nor sent and the dispute accepted as well.
alter table stripe_commands add constraint stripe_commands_answer_check
  check ((dispute_id is null) = (answers is null));
create unique index stripe_commands_one_answer on stripe_commands (dispute_id, answers)
  where dispute_id is not null and state <> 'failed';
