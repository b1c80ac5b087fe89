-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "stripe_command_kind" ADD VALUE 'create_subscription_session';
ALTER TYPE "stripe_command_kind" ADD VALUE 'expire_subscription_session';
ALTER TYPE "stripe_command_kind" ADD VALUE 'cancel_subscription';
ALTER TYPE "stripe_command_kind" ADD VALUE 'update_subscription';

-- AlterTable
ALTER TABLE "stripe_commands" ADD COLUMN     "subscription_id" UUID;

-- CreateIndex
CREATE INDEX "stripe_commands_subscription_id_idx" ON "stripe_commands"("subscription_id");

-- AddForeignKey
ALTER TABLE "stripe_commands" ADD CONSTRAINT "stripe_commands_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table stripe_commands
  add constraint stripe_commands_subscription_check check (
    (kind::text like '%subscription%') = (subscription_id is not null)
    and (order_id is null or subscription_id is null));
