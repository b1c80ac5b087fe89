-- AlterTable
ALTER TABLE "stripe_commands" ADD COLUMN     "key_version" INTEGER NOT NULL DEFAULT 1;
