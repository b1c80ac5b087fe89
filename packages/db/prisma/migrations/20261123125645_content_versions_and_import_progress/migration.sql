-- AlterTable
ALTER TABLE "catalog_imports" ADD COLUMN     "progressed_at" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "course_revisions" ADD COLUMN     "outline_version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "lessons" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
