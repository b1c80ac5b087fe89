-- AlterTable
ALTER TABLE "course_revisions" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
